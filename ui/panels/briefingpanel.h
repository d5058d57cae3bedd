// What was read: the briefing's title, publisher and date (editable), its text with the findings
// marked in it, and below it the facts as a list.
#pragma once

#include "ui/document/correcting.h"
#include "ui/document/document.h"
#include "ui/panels/textview.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;

namespace gyre {

class FactsBar;
class FactsView;
class FieldEdit;
struct FactRow;

class BriefingPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BriefingPanel(Document& document, QWidget* parent = nullptr);
    ~BriefingPanel() override;

    /// Brings a briefing to the front and its words into sight.
    void showSpan(std::size_t briefing, TextSpan span);
    void showSpan(const QString& briefing, TextSpan span);
    void setCurrent(int briefing);
    /// Takes the briefing shown out of the project.
    void closeCurrent();

    [[nodiscard]] TextView& textView() { return *m_text; }

    [[nodiscard]] FactsView& factsView() { return *m_facts; }

    [[nodiscard]] FactsBar& factsBar() { return *m_factsBar; }

signals:
    void editAsked(const gyre::FactId& fact);
    void factMenuAsked(const gyre::FactId& fact, QPoint globalPosition);
    /// Words of a briefing (its id) are to become a fact.
    void newFactAsked(gyre::FactFields::Kind kind, const QString& briefing, gyre::TextSpan words);
    /// Words are another name of a firm.
    void sameFirmAsked(const gyre::Shared<gyre::Evidence>& words);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addHeader();
    void connectAll();
    void fillSwitcher();
    void refresh();
    void showText();
    void showEarly(const Briefing& briefing);
    [[nodiscard]] const Briefing* shownBriefing() const;
    void showDetails();
    void fitTitle();
    void showDate(const QString& text, bool isOther);
    void markDate(bool isWrong);
    [[nodiscard]] std::optional<PartialDate> dateWanted();
    void showSwitcherMenu(QPoint at);
    void fillMarks();
    [[nodiscard]] Selection targetOf(std::size_t mark) const;
    void fillFacts();
    void showSelection();
    void commitDetails();
    void chooseMark(std::size_t mark);
    void choose(const FactRow& row);
    void addFacts();
    void fillMenu(QMenu& menu, std::optional<std::size_t> mark);
    void addWords(QMenu& menu, TextSpan words);
    void addFirmWords(QMenu& menu, const Shared<Evidence>& words, bool isFirm);
    [[nodiscard]] std::optional<std::size_t> current() const;
    [[nodiscard]] const ReadBriefing* read() const;

    Document& m_document;
    QComboBox* m_switcher = nullptr;
    FieldEdit* m_title = nullptr;
    FieldEdit* m_publisher = nullptr;
    QLineEdit* m_date = nullptr;
    QWidget* m_header = nullptr;
    QLabel* m_dateHint = nullptr;
    QLabel* m_noText = nullptr;
    QSplitter* m_splitter = nullptr;
    TextView* m_text = nullptr;
    FactsBar* m_factsBar = nullptr;
    FactsView* m_facts = nullptr;
    QLabel* m_keysHint = nullptr;
    /// What choosing a mark of each subject of the text selects.
    std::vector<Selection> m_targets;
    QString m_shownId;
    /// The briefing whose details are in the fields.
    QString m_detailsId;
    /// Told of already.
    QString m_refusedDate;
    /// A long text whose facts are still being looked for.
    std::optional<Briefing> m_early;
    /// A click in the text itself must not scroll it away under the pointer.
    bool m_isChoosingInText = false;
};

} // namespace gyre
