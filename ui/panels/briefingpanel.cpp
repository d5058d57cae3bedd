#include "ui/panels/briefingpanel.h"

#include "ui/models/facts.h"
#include "ui/panels/choice.h"
#include "ui/panels/factsbar.h"
#include "ui/panels/factsview.h"
#include "ui/panels/fieldedit.h"
#include "ui/panels/textmarks.h"
#include "ui/panels/undokeys.h"
#include "ui/style.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// What the field of the date has room for.
QString longestDate()
{
    return QStringLiteral("30 May 2025 ");
}

/// A date that waits for the briefing's own: "last month" in an undated text.
bool hasUnresolvedDate(const Extraction& extraction)
{
    const auto isOpen = [](const auto& fact) { return !fact.date && !fact.dateText.isEmpty(); };
    return std::any_of(extraction.valuations.begin(), extraction.valuations.end(), isOpen) ||
           std::any_of(extraction.stakes.begin(), extraction.stakes.end(), isOpen) ||
           std::any_of(extraction.deals.begin(), extraction.deals.end(), [](const Deal& deal) {
               return !deal.date && !deal.detail->dateText.isEmpty();
           });
}

} // namespace

BriefingPanel::BriefingPanel(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_noText(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_text(new TextView(m_splitter))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(0);
    addHeader();
    m_noText->setWordWrap(true);
    m_noText->setContentsMargins(16, 4, 16, 12);
    m_noText->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_noText);
    column->addWidget(m_splitter, 1);
    m_text->setAccessibleName(tr("Text of the briefing"));
    addFacts();
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({520, 440});
    connectAll();
}

BriefingPanel::~BriefingPanel() = default;

void BriefingPanel::addHeader()
{
    m_header = new QWidget(this);
    auto* column = new QVBoxLayout(m_header);
    column->setContentsMargins(11, 0, 11, 6);
    column->setSpacing(2);
    m_switcher = new Choice(m_header);
    m_switcher->setAccessibleName(tr("Briefing shown"));
    m_switcher->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_title = new FieldEdit(tr("Title"), m_header);
    m_publisher = new FieldEdit(tr("Publisher"), m_header);
    m_publisher->setTextFont(windowFont(12));
    m_date = new QLineEdit(m_header);
    m_date->setObjectName(QStringLiteral("plain"));
    m_date->setFont(windowFont(12));
    m_date->setAccessibleName(tr("Date, as 16 Dec 2025"));
    m_date->setPlaceholderText(tr("Date"));
    m_date->setFixedWidth(QFontMetrics(m_date->font()).horizontalAdvance(longestDate()) + 18);
    m_date->setAlignment(Qt::AlignRight);
    passOnUndoKeys(*m_date);
    markDate(false);
    m_dateHint =
        new QLabel(tr("Dates such as “last month” wait for the date of the briefing."), m_header);
    m_dateHint->setWordWrap(true);
    m_dateHint->setContentsMargins(5, 2, 5, 4);
    m_dateHint->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_publisher, 1, Qt::AlignTop);
    line->addWidget(m_date, 0, Qt::AlignTop);
    column->addWidget(m_switcher);
    column->addWidget(m_title);
    column->addLayout(line);
    column->addWidget(m_dateHint);
    layout()->addWidget(m_header);
}

void BriefingPanel::addFacts()
{
    auto* part = new QWidget(m_splitter);
    m_factsBar = new FactsBar(part);
    m_facts = new FactsView(part);
    // In one line of the usual width.
    m_keysHint = new QLabel(tr("J/K walk · ↵ accept · Del reject · E edit"), part);
    m_keysHint->setAccessibleName(
        tr("J next, K previous, Enter accepts, Delete rejects, E edits the fact"));
    m_keysHint->setToolTip(m_keysHint->accessibleName());
    m_keysHint->setFont(windowFont(12));
    m_keysHint->setWordWrap(true);
    m_keysHint->setForegroundRole(QPalette::PlaceholderText);
    m_keysHint->setContentsMargins(16, 5, 16, 7);
    auto* rule = new QWidget(part);
    rule->setFixedHeight(1);
    rule->setAutoFillBackground(true);
    rule->setBackgroundRole(QPalette::Mid);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_factsBar);
    column->addWidget(m_facts, 1);
    column->addWidget(rule);
    column->addWidget(m_keysHint);
}

void BriefingPanel::connectAll()
{
    connect(&m_document, &Document::projectChanged, this, &BriefingPanel::refresh);
    connect(&m_document, &Document::selectionChanged, this, &BriefingPanel::showSelection);
    connect(&m_document, &Document::hoverChanged, this, [this] {
        m_text->setLit(spansIn(evidenceOf(m_document.network(), m_document.hovered()), m_shownId));
    });
    connect(&m_document, &Document::briefingRead, this, &BriefingPanel::showEarly);
    connect(&m_document, &Document::busyChanged, this, [this] {
        if (m_document.isBusy() || !m_early)
            return;
        m_early.reset();
        // Cancelled: the text goes again. Otherwise it has been shown with its facts already.
        if (!current())
            refresh();
    });
    connect(&m_document, &Document::briefingAdded, this, &BriefingPanel::setCurrent);
    connect(m_switcher, &QComboBox::activated, this, &BriefingPanel::setCurrent);
    for (FieldEdit* edit : {m_title, m_publisher})
        connect(edit, &FieldEdit::editingFinished, this, &BriefingPanel::commitDetails);
    connect(m_date, &QLineEdit::editingFinished, this, &BriefingPanel::commitDetails);
    connect(m_date, &QLineEdit::textEdited, this, [this] { markDate(false); });
    m_switcher->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_switcher, &QWidget::customContextMenuRequested, this,
            &BriefingPanel::showSwitcherMenu);
    connect(m_text, &TextView::markClicked, this, &BriefingPanel::chooseMark);
    connect(m_text, &TextView::blankClicked, this, [this] { m_document.select({}); });
    connect(m_text, &TextView::markHovered, this, [this](std::optional<std::size_t> mark) {
        m_document.hover(mark ? targetOf(*mark) : Selection{});
    });
    connect(m_facts, &FactsView::chosen, this, &BriefingPanel::choose);
    connect(m_facts, &FactsView::hovered, &m_document, &Document::hover);
    connect(m_facts, &FactsView::reviewAsked, this, [this](const Selection& row, Review next) {
        if (const auto fact = factOf(row))
            review(m_document, *fact, next);
    });
    connect(m_facts, &FactsView::editAsked, this, [this](const Selection& row) {
        if (const auto fact = factOf(row))
            emit editAsked(*fact);
    });
    connect(m_facts, &FactsView::menuAsked, this, [this](const Selection& row, QPoint at) {
        if (const auto fact = factOf(row))
            emit factMenuAsked(*fact, at);
    });
    connect(m_factsBar, &FactsBar::changed, this, [this] {
        fillFacts();
        m_facts->showSelection(m_document.selection());
    });
    connect(m_text, &TextView::menuRequested, this, &BriefingPanel::fillMenu);
    connect(m_facts, &FactsView::candidateAccepted, this, [this](std::size_t candidate) {
        if (const auto briefing = current())
            m_document.acceptCandidateDeal(*briefing, candidate);
    });
}

std::optional<std::size_t> BriefingPanel::current() const
{
    return m_document.findBriefing(m_shownId);
}

const ReadBriefing* BriefingPanel::read() const
{
    const auto index = current();
    return index ? &*m_document.project().briefings[*index] : nullptr;
}

const Briefing* BriefingPanel::shownBriefing() const
{
    if (const ReadBriefing* shown = read())
        return &shown->briefing;
    return m_early ? &*m_early : nullptr;
}

void BriefingPanel::showEarly(const Briefing& briefing)
{
    if (m_document.findBriefing(briefing.id))
        return;
    m_early = briefing;
    m_shownId = briefing.id;
    showText();
    showDetails();
    m_facts->setRows({});
}

void BriefingPanel::setCurrent(int briefing)
{
    const auto& briefings = m_document.project().briefings;
    if (briefing < 0 || std::size_t(briefing) >= briefings.size())
        return;
    const QString id = briefings[std::size_t(briefing)]->briefing.id;
    if (id == m_shownId)
        return;
    m_shownId = id;
    showText();
    refresh();
}

void BriefingPanel::refresh()
{
    const auto& briefings = m_document.project().briefings;
    if (!shownBriefing()) {
        m_shownId = briefings.empty() ? QString() : briefings.back()->briefing.id;
        showText();
    }
    fillSwitcher();
    showDetails();
    fillMarks();
    fillFacts();
    showSelection();
}

void BriefingPanel::fillSwitcher()
{
    const auto& briefings = m_document.project().briefings;
    m_switcher->clear();
    for (const auto& each : briefings)
        m_switcher->addItem(each->briefing.title.isEmpty() ? tr("Untitled") : each->briefing.title);
    m_switcher->setCurrentIndex(current() ? int(*current()) : -1);
    m_switcher->setVisible(briefings.size() > 1);
}

void BriefingPanel::showText()
{
    const Briefing* shown = shownBriefing();
    // The early text stays as it is, with the reader's place in it, when its facts arrive.
    const QString text = shown != nullptr ? shown->text : QString();
    if (!text.isSharedWith(m_text->text()) || text.isEmpty())
        m_text->setText(text);
    m_text->setVisible(shown != nullptr);
    m_header->setVisible(shown != nullptr);
    m_noText->setVisible(shown == nullptr);
}

void BriefingPanel::showDetails()
{
    const Briefing* shown = shownBriefing();
    QStringList names;
    for (const QString& path : m_document.project().networkFiles)
        names << QFileInfo(path).fileName();
    m_noText->setText(tr("From %1. There is no text to it.").arg(names.join(QStringLiteral(", "))));
    if (shown == nullptr)
        return;
    const Briefing& briefing = *shown;
    const bool isOther = m_detailsId != briefing.id;
    m_detailsId = briefing.id;
    // What is being typed is the reader's until it is committed.
    const auto show = [isOther](FieldEdit* edit, const QString& text) {
        if (isOther || !edit->isModified())
            edit->setText(text);
    };
    show(m_title, briefing.title);
    show(m_publisher, briefing.publisher);
    const auto index = current();
    const auto date = index ? m_document.briefingDate(*index) : briefing.date;
    showDate(date ? words(*date) : QString(), isOther);
    fitTitle();
    const ReadBriefing* known = read();
    m_dateHint->setVisible(known != nullptr && !briefing.date &&
                           hasUnresolvedDate(known->extraction));
}

void BriefingPanel::showDate(const QString& text, bool isOther)
{
    if (!isOther && m_date->isModified())
        return;
    m_date->setText(text);
    m_date->setCursorPosition(0);
    m_refusedDate.clear();
    markDate(false);
}

void BriefingPanel::markDate(bool isWrong)
{
    const QString forms = tr("Date of the briefing: 22 Sep 2025, Sep 2025, Q3 2025 or 2025");
    m_date->setToolTip(isWrong ? tr("This is no date. %1").arg(forms) : forms);
    m_date->setAccessibleDescription(m_date->toolTip());
    if (m_date->property("isWrong").toBool() == isWrong)
        return;
    m_date->setProperty("isWrong", isWrong);
    m_date->style()->unpolish(m_date);
    m_date->style()->polish(m_date);
}

/// Smaller letters before a title takes a second line.
void BriefingPanel::fitTitle()
{
    constexpr int frame = 12;
    for (const int pixels : {17, 16, 15}) {
        const QFont font = windowFont(pixels, QFont::Bold);
        m_title->setTextFont(font);
        if (QFontMetrics(font).horizontalAdvance(m_title->text()) <= width() - 22 - frame)
            return;
    }
}

void BriefingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTitle();
}

/// What the field says, else the date as it is: words that are none stay in the field, marked.
std::optional<PartialDate> BriefingPanel::dateWanted()
{
    const auto known = m_document.briefingDate(*current());
    const QString typed = m_date->text().trimmed();
    if (!m_date->isModified())
        return known;
    const auto date = typedDate(typed);
    if (date || typed.isEmpty()) {
        m_date->setModified(false);
        return date;
    }
    markDate(true);
    if (m_refusedDate != typed)
        m_document.report({{Severity::Warning,
                            QStringLiteral("briefing.bad-date"),
                            {typed},
                            read()->briefing.title,
                            {},
                            {}}});
    m_refusedDate = typed;
    return known;
}

void BriefingPanel::commitDetails()
{
    if (read() == nullptr || m_detailsId != m_shownId)
        return;
    const auto date = dateWanted();
    const QString title = m_title->text();
    const QString publisher = m_publisher->text();
    const Briefing& briefing = read()->briefing;
    const bool isChanged = title != briefing.title || publisher != briefing.publisher ||
                           date != m_document.briefingDate(*current());
    // Committed: the keys of undo mean the document's change from here on.
    for (FieldEdit* edit : {m_title, m_publisher})
        if (edit->isModified())
            edit->setText(edit->text());
    if (isChanged)
        m_document.setBriefingDetails(*current(), title, publisher, date);
    showDetails();
}

void BriefingPanel::closeCurrent()
{
    if (const auto briefing = current())
        m_document.closeBriefing(*briefing);
}

void BriefingPanel::showSwitcherMenu(QPoint at)
{
    QMenu menu(this);
    menu.addAction(tr("Close this briefing"), this, &BriefingPanel::closeCurrent);
    menu.exec(m_switcher->mapToGlobal(at));
}

void BriefingPanel::fillMarks()
{
    m_targets.clear();
    FoundMarks found;
    if (const auto index = current())
        found = foundMarks(m_document.project(), *index, gyre::palette(themeOf(palette())));
    m_targets = std::move(found.selections);
    m_text->setMarks(std::move(found.marks), std::move(found.subjects));
}

Selection BriefingPanel::targetOf(std::size_t mark) const
{
    return m_targets[m_text->marks()[mark].subject];
}

void BriefingPanel::fillFacts()
{
    m_facts->setRows(factRows(m_document.project(), current(), m_factsBar->wish()));
}

void BriefingPanel::showSelection()
{
    m_facts->showSelection(m_document.selection());
    const EvidenceList evidence = evidenceOf(m_document.network(), m_document.selection());
    std::vector<TextSpan> spans = spansIn(evidence, m_shownId);
    // What is said in another briefing alone brings that one to the front; a firm never does.
    const bool isFirm = std::holds_alternative<FirmId>(m_document.selection());
    if (spans.empty() && !evidence.empty() && !isFirm) {
        const auto other = m_document.findBriefing(evidence.front()->briefing);
        if (other) {
            setCurrent(int(*other));
            return;
        }
    }
    const bool mustReveal = !spans.empty() && !m_isChoosingInText;
    const TextSpan first = spans.empty() ? TextSpan{} : spans.front();
    m_text->setChosen(std::move(spans));
    if (mustReveal)
        m_text->reveal(first);
}

void BriefingPanel::chooseMark(std::size_t mark)
{
    m_isChoosingInText = true;
    m_document.select(targetOf(mark));
    m_isChoosingInText = false;
}

void BriefingPanel::choose(const FactRow& row)
{
    if (row.selection.index() != 0) {
        m_document.select(row.selection);
        return;
    }
    m_document.select({});
    m_text->setChosen(row.spans);
    if (!row.spans.empty())
        m_text->reveal(row.spans.front());
}

void BriefingPanel::showSpan(std::size_t briefing, TextSpan span)
{
    setCurrent(int(briefing));
    m_text->setChosen({span});
    m_text->reveal(span);
}

void BriefingPanel::showSpan(const QString& briefing, TextSpan span)
{
    if (const auto index = m_document.findBriefing(briefing))
        showSpan(*index, span);
}

void BriefingPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        fillMarks();
    QWidget::changeEvent(event);
}

} // namespace gyre
