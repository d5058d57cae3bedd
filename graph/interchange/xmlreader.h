// XML element by element, by expat: never a tree, no entities of the file's own making, nothing
// from outside the file, no deep nesting.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <string_view>
#include <vector>

namespace gyre {

struct XmlAttributes
{
    /// Name, value, name, value …, null.
    const char** list = nullptr;

    /// Empty where there is none; the prefix of a name does not count.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
};

/// Names come without their prefix.
struct XmlHandlers
{
    std::function<void(std::string_view name, XmlAttributes attributes, int line)> start;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};

/// Reads the file in pieces. Throws Error: "xml.broken" (what expat says) with its line,
/// "xml.entities" for a file that declares entities, "xml.too-deep" for more than 200 levels, and
/// those of a file that can't be read. What the handlers throw is passed on.
void readXml(const QString& path, const XmlHandlers& handlers);

} // namespace gyre
