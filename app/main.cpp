// Chooses the kind of application the command needs, then starts the window or the batch.
#include <cstdio>

int main()
{
    std::puts("gyre " GYRE_VERSION);
    return 0;
}
