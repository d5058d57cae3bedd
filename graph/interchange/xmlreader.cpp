#include "graph/interchange/xmlreader.h"

#include "graph/basics/diagnostic.h"
#include "graph/basics/encoding.h"

#include <QFile>
#include <QFileInfo>

#include <cstring>
#include <exception>
#include <expat.h>
#include <memory>
#include <type_traits>

namespace gyre {

namespace {

constexpr int deepest = 200;

std::string_view withoutPrefix(std::string_view name)
{
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct FreeParser
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class XmlParse
{
public:
    XmlParse(const QString& path, const XmlHandlers& handlers)
        : m_path(path)
        , m_handlers(handlers)
        , m_parser(XML_ParserCreate(nullptr))
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), start, end);
        XML_SetCharacterDataHandler(m_parser.get(), text);
        XML_SetEntityDeclHandler(m_parser.get(), entity);
        XML_SetUnknownEncodingHandler(m_parser.get(), encoding, nullptr);
    }

    void feed(const QByteArray& bytes, bool isLast)
    {
        const auto status = XML_Parse(m_parser.get(), bytes.constData(),
                                      static_cast<int>(bytes.size()), isLast ? 1 : 0);
        // An exception must not pass through expat: it is kept and goes on from here.
        if (m_thrown)
            std::rethrow_exception(m_thrown);
        if (status != XML_STATUS_OK)
            throw Error(QStringLiteral("xml.broken"),
                        {QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(m_parser.get())))},
                        m_path, line());
    }

private:
    [[nodiscard]] int line() const
    {
        return static_cast<int>(XML_GetCurrentLineNumber(m_parser.get()));
    }

    template<typename Work>
    void guarded(const Work& work)
    {
        if (m_thrown)
            return;
        try {
            work();
        } catch (...) {
            m_thrown = std::current_exception();
            XML_StopParser(m_parser.get(), XML_FALSE);
        }
    }

    static void start(void* self, const char* name, const char** attributes)
    {
        auto& parse = *static_cast<XmlParse*>(self);
        parse.guarded([&] {
            if (++parse.m_depth > deepest)
                throw Error(QStringLiteral("xml.too-deep"), {QString::number(deepest)},
                            parse.m_path, parse.line());
            parse.m_handlers.start(withoutPrefix(name), XmlAttributes{attributes}, parse.line());
        });
    }

    static void end(void* self, const char* name)
    {
        auto& parse = *static_cast<XmlParse*>(self);
        parse.guarded([&] {
            --parse.m_depth;
            parse.m_handlers.end(withoutPrefix(name));
        });
    }

    static void text(void* self, const char* text, int length)
    {
        auto& parse = *static_cast<XmlParse*>(self);
        parse.guarded([&] {
            parse.m_handlers.text(std::string_view(text, static_cast<std::size_t>(length)));
        });
    }

    static void entity(void* self, const char*, int, const char*, int, const char*, const char*,
                       const char*, const char*)
    {
        auto& parse = *static_cast<XmlParse*>(self);
        parse.guarded(
            [&] { throw Error(QStringLiteral("xml.entities"), {}, parse.m_path, parse.line()); });
    }

    /// Expat itself knows UTF-8, UTF-16, Latin-1 and ASCII.
    static int encoding(void*, const char* name, XML_Encoding* info)
    {
        if (qstricmp(name, "windows-1252") != 0 && qstricmp(name, "cp1252") != 0)
            return XML_STATUS_ERROR;
        for (int i = 0; i < 256; ++i) {
            const QByteArray one(1, static_cast<char>(i));
            // With a lonely high byte behind it the text is taken for Windows-1252.
            info->map[i] = i < 0x80 ? i : decodedText(one + '\x80').text[0].unicode();
        }
        info->data = nullptr;
        info->convert = nullptr;
        info->release = nullptr;
        return XML_STATUS_OK;
    }

    const QString& m_path;
    const XmlHandlers& m_handlers;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> m_parser;
    std::exception_ptr m_thrown;
    int m_depth = 0;
};

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const
{
    for (const char** at = list; at != nullptr && *at != nullptr; at += 2)
        if (name == withoutPrefix(at[0]))
            return at[1];
    return {};
}

void readXml(const QString& path, const XmlHandlers& handlers)
{
    const QFileInfo info(path);
    if (info.isDir())
        throw Error(QStringLiteral("file.is-directory"), {}, path);
    if (!info.exists())
        throw Error(QStringLiteral("file.missing"), {}, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
    constexpr qint64 piece = 1024LL * 1024;
    XmlParse parse(path, handlers);
    for (;;) {
        const QByteArray bytes = file.read(piece);
        if (file.error() != QFileDevice::NoError)
            throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
        parse.feed(bytes, bytes.isEmpty());
        if (bytes.isEmpty())
            return;
    }
}

} // namespace gyre
