// A column of headings, rows, quotes and links: what the inspector is written on. Rebuilt for each
// selection by plain calls from top to bottom.
#pragma once

#include "graph/basics/textspan.h"

#include <QScrollArea>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace gyre {

class Sheet : public QScrollArea
{
    Q_OBJECT

public:
    using Call = std::function<void()>;

    struct Button
    {
        QString text;
        Call call;
        bool isPrimary = false;
    };

    struct Share
    {
        QString name;
        double percent = 0;
        QColor colour;
    };

    explicit Sheet(QWidget* parent = nullptr);

    /// Starts an empty sheet; what was there is seen until end().
    void begin();
    /// Nothing more follows: shows it from its top. Focus that was on a row or button goes to the
    /// one of the same name, else to the sheet; the same subject as before keeps the place too.
    void end(bool isSameSubject = false);
    void addCaption(const QString& text);
    void addTitle(const QString& text);
    void addNote(const QString& text);
    void addWarning(const QString& text);
    void addRow(const QString& key, const QString& value);
    /// The whole row is a link.
    void addLinkRow(const QString& text, const QString& detail, const QString& figure, Call call);
    void addLink(const QString& text, const Call& call);
    /// `marked`: spans of `quote` that stand out in it.
    void addQuote(const QString& quote, const QString& source, Call call,
                  const std::vector<TextSpan>& marked = {});
    void addButtons(const std::vector<Button>& buttons);
    /// Parts of 100 %; what is missing is hatched.
    void addShares(const std::vector<Share>& shares);

private:
    /// A row, button or link that can have the focus.
    struct Stop
    {
        QString name;
        int kind = 0;
        std::size_t index = 0;
    };

    void add(QWidget* widget, int gap);
    [[nodiscard]] std::vector<QWidget*> stops() const;
    [[nodiscard]] Stop stopOf(const QWidget& focused) const;
    void focusOn(const Stop& wanted, bool isSameSubject);

    QWidget* m_body = nullptr;
    QVBoxLayout* m_column = nullptr;
};

} // namespace gyre
