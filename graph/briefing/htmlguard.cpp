#include "graph/briefing/htmlguard.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace gyre {

namespace {

constexpr int deepest = 3000;
constexpr int mostSelfClosed = 20'000;
constexpr std::int64_t mostReopened = 3'000'000;
/// Of one tag: each is compared with all before it.
constexpr int mostAttributes = 1000;

template<std::size_t count>
bool isOneOf(std::string_view name, const std::array<std::string_view, count>& names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements without an end, and those whose end others imply.
bool neverNests(std::string_view name)
{
    static constexpr std::array<std::string_view, 31> names{
        "a",     "area",   "base",     "br",       "col",   "embed",  "hr",    "img",
        "input", "link",   "meta",     "p",        "param", "source", "track", "wbr",
        "li",    "dt",     "dd",       "td",       "th",    "tr",     "tbody", "thead",
        "tfoot", "option", "optgroup", "colgroup", "body",  "html",   "head"};
    return isOneOf(name, names);
}

/// Reopened by HTML5 in every block that follows while they are not closed.
bool isFormatting(std::string_view name)
{
    static constexpr std::array<std::string_view, 13> names{
        "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u", "nobr"};
    return isOneOf(name, names);
}

bool holdsRawText(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> names{
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};
    return isOneOf(name, names);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/';
}

class TagScan
{
public:
    explicit TagScan(QByteArrayView html)
        : m_html(html)
    {
    }

    bool findsHarm()
    {
        while ((m_at = m_html.indexOf('<', m_at)) >= 0 && !m_isHarmful)
            takeTag();
        return m_isHarmful;
    }

private:
    void takeTag()
    {
        ++m_at;
        if (m_html.sliced(m_at).startsWith("!--"))
            return skipTo("-->");
        const bool isEnd = m_at < m_html.size() && m_html[m_at] == '/';
        if (isEnd)
            ++m_at;
        const std::string name = takeName();
        if (name.empty())
            return;
        const bool isSelfClosed = skipAttributes();
        if (isEnd)
            close(name);
        else
            open(name, isSelfClosed);
    }

    std::string takeName()
    {
        std::string name;
        for (; m_at < m_html.size() && name.size() < 32; ++m_at) {
            const char c = m_html[m_at];
            const bool isUpper = c >= 'A' && c <= 'Z';
            const bool isFirst = isUpper || (c >= 'a' && c <= 'z');
            if (!isFirst && (name.empty() || c == '>' || isBlank(c)))
                break;
            name += isUpper ? static_cast<char>(c + 32) : c;
        }
        return name;
    }

    /// Behind the '>' of the tag; true for "/>".
    bool skipAttributes()
    {
        char quote = 0;
        char before = 0;
        int attributes = 0;
        for (; m_at < m_html.size(); ++m_at) {
            const char c = m_html[m_at];
            if (quote != 0)
                quote = c == quote ? '\0' : quote;
            else if ((c == '"' || c == '\'') && before == '=')
                quote = c;
            else if (c == '>')
                break;
            else if (isBlank(c) && !isBlank(before))
                ++attributes;
            before = c;
        }
        m_isHarmful = m_isHarmful || attributes > mostAttributes;
        return before == '/';
    }

    void skipTo(const char* mark)
    {
        const qsizetype end = m_html.indexOf(QByteArrayView(mark), m_at);
        m_at = end < 0 ? m_html.size() : end;
    }

    void open(const std::string& name, bool isSelfClosed)
    {
        if (holdsRawText(name))
            return skipTo(("</" + name).c_str());
        if (isFormatting(name)) {
            ++m_openFormatting;
            ++m_formatting[name];
        } else {
            m_reopened += m_openFormatting;
        }
        if (!neverNests(name)) {
            if (isSelfClosed) {
                m_isHarmful = m_isHarmful || ++m_selfClosed > mostSelfClosed;
            } else {
                ++m_open[name];
                ++m_depth;
            }
        }
        m_isHarmful = m_isHarmful || m_depth > deepest || m_reopened > mostReopened;
    }

    void close(const std::string& name)
    {
        if (int& open = m_open[name]; open > 0) {
            --open;
            --m_depth;
        }
        if (int& open = m_formatting[name]; open > 0) {
            --open;
            --m_openFormatting;
        }
        // Only names that were opened are kept, however many others a page closes.
        if (m_open.size() > 1000)
            m_isHarmful = true;
    }

    QByteArrayView m_html;
    qsizetype m_at = 0;
    std::map<std::string, int> m_open;
    std::map<std::string, int> m_formatting;
    int m_depth = 0;
    int m_openFormatting = 0;
    int m_selfClosed = 0;
    std::int64_t m_reopened = 0;
    bool m_isHarmful = false;
};

} // namespace

bool isNestedToHurt(QByteArrayView html)
{
    return TagScan(html).findsHarm();
}

} // namespace gyre
