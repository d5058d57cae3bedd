// A vector in chunks that versions share: a copy costs one count per chunk, a change copies one
// chunk, two versions that share a chunk compare it in no time. Bulk building on a version that
// shares nothing changes chunks in place.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace gyre {

template<typename T, std::size_t chunkSize = 128>
class PersistentVector
{
public:
    using value_type = T;

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    const T& operator[](std::size_t i) const { return (*m_chunks[i / chunkSize])[i % chunkSize]; }

    /// The element for writing; its chunk becomes this version's own.
    T& own(std::size_t i) { return ownChunk(i / chunkSize)[i % chunkSize]; }

    void append(T value)
    {
        if (m_size % chunkSize == 0) {
            m_chunks.push_back(std::make_shared<Chunk>());
            m_chunks.back()->reserve(m_chunks.size() > 1 ? chunkSize : 0);
        }
        ownChunk(m_size / chunkSize).push_back(std::move(value));
        ++m_size;
    }

    [[nodiscard]] std::size_t chunkCount() const { return m_chunks.size(); }

    /// The elements of one chunk, for passes that want to run over plain memory.
    [[nodiscard]] const std::vector<T>& chunk(std::size_t i) const { return *m_chunks[i]; }

    [[nodiscard]] bool sharesChunk(std::size_t i, const PersistentVector& other) const
    {
        return i < m_chunks.size() && i < other.m_chunks.size() && m_chunks[i] == other.m_chunks[i];
    }

    class const_iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        const_iterator() = default;

        const_iterator(const PersistentVector* vector, std::size_t i)
            : m_vector(vector)
            , m_i(i)
        {
        }

        reference operator*() const { return (*m_vector)[m_i]; }

        pointer operator->() const { return &(*m_vector)[m_i]; }

        const_iterator& operator++()
        {
            ++m_i;
            return *this;
        }

        const_iterator operator++(int)
        {
            const_iterator before = *this;
            ++m_i;
            return before;
        }

        bool operator==(const const_iterator&) const = default;

    private:
        const PersistentVector* m_vector = nullptr;
        std::size_t m_i = 0;
    };

    [[nodiscard]] const_iterator begin() const { return {this, 0}; }

    [[nodiscard]] const_iterator end() const { return {this, m_size}; }

    bool operator==(const PersistentVector& other) const
    {
        if (m_size != other.m_size)
            return false;
        for (std::size_t i = 0; i < m_chunks.size(); ++i)
            if (m_chunks[i] != other.m_chunks[i] && *m_chunks[i] != *other.m_chunks[i])
                return false;
        return true;
    }

private:
    using Chunk = std::vector<T>;

    Chunk& ownChunk(std::size_t i)
    {
        std::shared_ptr<Chunk>& chunk = m_chunks[i];
        if (chunk.use_count() > 1) {
            auto copy = std::make_shared<Chunk>();
            copy->reserve(chunk->capacity());
            *copy = *chunk;
            chunk = std::move(copy);
        }
        return *chunk;
    }

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace gyre
