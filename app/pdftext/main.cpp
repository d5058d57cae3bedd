// `gyre-pdf`: a PDF on standard input, its words with their places on standard output, a row each
// (graph/briefing/pdfpages.h tells the format). A program of its own: what a malicious file does to
// the PDF library ends here.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>

namespace {

constexpr int mostPages = 2000;
constexpr rlim_t mostSeconds = 50;
constexpr rlim_t mostMemory = 2048ULL * 1024 * 1024;

void limit(int resource, rlim_t most)
{
    const rlimit value{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(resource), &value);
}

void limitItself()
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, mostSeconds);
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, mostMemory);
#endif
}

std::string standardInput()
{
    std::string bytes;
    std::array<char, 65536> some{};
    for (std::size_t count = 0; (count = std::fread(some.data(), 1, some.size(), stdin)) > 0;)
        bytes.append(some.data(), count);
    return bytes;
}

void appendUtf8(std::string& out, char32_t c)
{
    const auto tail = [&out](char32_t bits) { out += static_cast<char>(0x80 | (bits & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(c);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(c >> 6);
        tail(c);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(c >> 12);
        tail(c >> 6);
        tail(c);
    }
}

/// Without control characters, which would end the row.
std::string utf8(const poppler::ustring& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
            text[i + 1] < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (char32_t{text[++i]} - 0xDC00);
        else if (c >= 0xD800 && c < 0xE000)
            c = 0xFFFD;
        appendUtf8(out, c < 0x20 || c == 0x7F ? U' ' : c);
    }
    return out;
}

void tellDetails(const poppler::document& document)
{
    std::printf("pages %d\n", document.pages());
    std::printf("title %s\n", utf8(document.get_title()).c_str());
    std::printf("created %lld\n", static_cast<long long>(document.get_creation_date_t()));
}

double tidy(double value)
{
    return std::isfinite(value) ? value : 0;
}

/// Upright words alone: what stands aslant is a stamp across the page.
void tellPage(const poppler::page& page)
{
    const poppler::rectf size = page.page_rect();
    std::printf("page %.2f %.2f\n", tidy(size.width()), tidy(size.height()));
    for (const poppler::text_box& box : page.text_list()) {
        if (box.rotation() != 0)
            continue;
        const poppler::rectf place = box.bbox();
        std::printf("word %.2f %.2f %.2f %.2f %d %s\n", tidy(place.left()), tidy(place.top()),
                    tidy(place.right()), tidy(place.bottom()), box.has_space_after() ? 1 : 0,
                    utf8(box.text()).c_str());
    }
    std::printf("end\n");
    std::fflush(stdout);
}

int say(const char* what)
{
    std::printf("%s\n", what);
    return 0;
}

int readPdf()
{
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::string bytes = standardInput();
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document)
        return say("broken");
    if (document->is_locked())
        return say("locked");
    tellDetails(*document);
    for (int i = 0; i < std::min(document->pages(), mostPages); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page)
            tellPage(*page);
    }
    return say("done");
}

} // namespace

int main()
{
    limitItself();
    try {
        // Nothing is freed of what a broken file may have left in a bad state.
        const int code = readPdf();
        std::fflush(stdout);
        std::_Exit(code);
    } catch (const std::exception&) {
        std::fflush(stdout);
        std::_Exit(1);
    }
}
