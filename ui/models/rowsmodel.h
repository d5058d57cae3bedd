// A table from a list of column descriptions: a column is added by a row of that list. Sorts and
// filters by itself, so that a view needs no proxy; a sort keys every row once.
#pragma once

#include <QAbstractTableModel>
#include <QFont>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <vector>

namespace gyre {

template<typename Row>
struct Column
{
    QString title;
    std::function<QString(const Row&)> text;
    /// Empty: by text, without regard to case. What has no number sorts last when ascending.
    std::function<std::optional<double>(const Row&)> number;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    /// 0: always shown. Where there is no room, columns of greater rank go first: what they say is
    /// in the inspector too.
    int rank = 0;
};

/// headerData(): the rank of a column.
constexpr int rankRole = Qt::UserRole;

template<typename Row>
class RowsModel : public QAbstractTableModel
{
public:
    explicit RowsModel(std::vector<Column<Row>> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {
    }

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        arrange();
        endResetModel();
    }

    /// Rows that hold every word of it in one of their columns.
    void setFilter(const QString& words)
    {
        const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
        if (wanted == m_wanted)
            return;
        beginResetModel();
        m_wanted = wanted;
        arrange();
        endResetModel();
    }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override
    {
        emit layoutAboutToBeChanged();
        m_sortColumn = column;
        m_sortOrder = order;
        const QModelIndexList before = persistentIndexList();
        std::vector<std::uint32_t> rowsBefore;
        for (const QModelIndex& index : before)
            rowsBefore.push_back(m_shown[std::size_t(index.row())]);
        arrange();
        for (qsizetype i = 0; i < before.size(); ++i) {
            const auto now = std::find(m_shown.begin(), m_shown.end(), rowsBefore[std::size_t(i)]);
            changePersistentIndex(before[i], index(int(now - m_shown.begin()), before[i].column()));
        }
        emit layoutChanged();
    }

    [[nodiscard]] const Row& row(int shown) const { return m_rows[m_shown[std::size_t(shown)]]; }

    /// The row as it stands now that `isWanted`.
    template<typename Predicate>
    [[nodiscard]] std::optional<int> find(Predicate&& isWanted) const
    {
        for (std::size_t i = 0; i < m_shown.size(); ++i)
            if (isWanted(m_rows[m_shown[i]]))
                return int(i);
        return std::nullopt;
    }

    [[nodiscard]] std::size_t allCount() const { return m_rows.size(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount())
            return {};
        const Column<Row>& column = m_columns[std::size_t(index.column())];
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return column.text(row(index.row()));
        if (role == Qt::TextAlignmentRole)
            return int(column.alignment);
        return {};
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column<Row>& column = m_columns[std::size_t(section)];
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::TextAlignmentRole)
            return int(column.alignment);
        if (role == rankRole)
            return column.rank;
        return {};
    }

private:
    [[nodiscard]] bool matches(const Row& row) const
    {
        return std::all_of(m_wanted.begin(), m_wanted.end(), [&](const QString& word) {
            return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column<Row>& column) {
                return column.text(row).contains(word, Qt::CaseInsensitive);
            });
        });
    }

    void arrange()
    {
        m_shown.clear();
        for (std::uint32_t i = 0; i < m_rows.size(); ++i)
            if (m_wanted.isEmpty() || matches(m_rows[i]))
                m_shown.push_back(i);
        if (m_sortColumn < 0 || m_sortColumn >= columnCount())
            return;
        const Column<Row>& column = m_columns[std::size_t(m_sortColumn)];
        if (column.number)
            sortBy([&column](const Row& row) { return column.number(row); });
        else
            sortBy([&column](const Row& row) { return column.text(row).toCaseFolded(); });
    }

    static bool isAbsent(const std::optional<double>& key) { return !key; }

    static bool isAbsent(const QString& key) { return key.isEmpty(); }

    /// What has no key stands last in either order.
    template<typename KeyOf>
    void sortBy(KeyOf&& keyOf)
    {
        using Key = decltype(keyOf(std::declval<const Row&>()));
        std::vector<std::pair<Key, std::uint32_t>> keyed;
        keyed.reserve(m_shown.size());
        for (const std::uint32_t i : m_shown)
            keyed.emplace_back(keyOf(m_rows[i]), i);
        const bool isDescending = m_sortOrder == Qt::DescendingOrder;
        std::stable_sort(keyed.begin(), keyed.end(), [isDescending](const auto& a, const auto& b) {
            if (isAbsent(a.first) || isAbsent(b.first))
                return !isAbsent(a.first) && isAbsent(b.first);
            return isDescending ? b.first < a.first : a.first < b.first;
        });
        for (std::size_t i = 0; i < keyed.size(); ++i)
            m_shown[i] = keyed[i].second;
    }

    std::vector<Column<Row>> m_columns;
    std::vector<Row> m_rows;
    /// Indices into m_rows, as shown.
    std::vector<std::uint32_t> m_shown;
    QStringList m_wanted;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace gyre
