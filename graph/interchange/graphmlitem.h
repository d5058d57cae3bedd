// A node or an edge of GraphML while it is read, and the attributes that a file declares.
#pragma once

#include "graph/interchange/rowreader.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace gyre {

/// A declared attribute: <key id=… for=… attr.name=…>.
struct GraphmlKey
{
    QString name;
    /// Of ours; empty: kept under its own name.
    QString nodeField;
    QString edgeField;
    std::string defaultValue;
    bool isForNodes = false;
    bool isForEdges = false;
    /// yEd puts the label into the drawing of the shape.
    bool isDrawing = false;
    bool isSkipped = false;
};

/// A node or an edge while it is read.
struct GraphmlItem
{
    int line = 0;
    QString id;
    QString from;
    QString to;
    /// By our field's name, and what has no place, by the file's.
    std::vector<std::pair<QString, QString>> fields;
    std::vector<std::pair<QString, QString>> other;

    [[nodiscard]] bool has(const QString& name) const
    {
        return std::any_of(fields.begin(), fields.end(),
                           [&name](const auto& field) { return field.first == name; });
    }

    [[nodiscard]] QString field(QLatin1String name) const
    {
        for (const auto& [known, value] : fields)
            if (known == name)
                return value;
        return {};
    }

    void set(QLatin1String name, const QString& value)
    {
        for (auto& [known, old] : fields)
            if (known == name) {
                old = value;
                return;
            }
        fields.emplace_back(name, value);
    }
};

class GraphmlRow : public Row
{
public:
    explicit GraphmlRow(const GraphmlItem& item)
        : m_item(item)
    {
    }

    [[nodiscard]] QString cell(const char* field) const override
    {
        if (std::strcmp(field, "id") == 0)
            return m_item.id;
        if (std::strcmp(field, "from") == 0)
            return m_item.from;
        if (std::strcmp(field, "to") == 0)
            return m_item.to;
        return m_item.field(QLatin1String(field));
    }

    [[nodiscard]] int line() const override { return m_item.line; }

private:
    const GraphmlItem& m_item;
};

} // namespace gyre
