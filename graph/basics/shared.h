// A value that many hold and nobody changes in place: copies cost one reference count.
// Equality is by value, with a shortcut for the same storage. Reading an empty one gives T{}.
#pragma once

#include <memory>
#include <utility>

namespace gyre {

template<typename T>
class Shared
{
public:
    Shared() = default;

    Shared(T value)
        : m_value(std::make_shared<const T>(std::move(value)))
    {
    }

    const T& operator*() const { return m_value ? *m_value : empty(); }

    const T* operator->() const { return &**this; }

    [[nodiscard]] bool isEmpty() const { return !m_value; }

    [[nodiscard]] bool isSameAs(const Shared& other) const { return m_value == other.m_value; }

    /// Replaces the value by a changed copy: `shared.edit([](T& value) { value.name = …; })`.
    template<typename Change>
    void edit(Change&& change)
    {
        T copy = **this;
        std::forward<Change>(change)(copy);
        m_value = std::make_shared<const T>(std::move(copy));
    }

    bool operator==(const Shared& other) const { return isSameAs(other) || **this == *other; }

private:
    static const T& empty()
    {
        static const T value{};
        return value;
    }

    std::shared_ptr<const T> m_value;
};

} // namespace gyre
