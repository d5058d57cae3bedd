// The reader's word on facts: the dialogs that ask for it, wherever they were asked for.
#include "graph/briefing/readerwords.h"
#include "graph/interchange/gazetteerfile.h"
#include "ui/dialogs/factdialog.h"
#include "ui/dialogs/namesdialog.h"
#include "ui/dialogs/samefirmdialog.h"
#include "ui/document/correcting.h"
#include "ui/document/namememory.h"
#include "ui/document/rereading.h"
#include "ui/mainwindow.h"
#include "ui/models/facts.h"
#include "ui/panels/briefingpanel.h"
#include "ui/panels/factmenu.h"
#include "ui/panels/inspector.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/pages.h"

#include <QInputDialog>
#include <QMenu>

namespace gyre {

namespace {

QString editTitle(FactFields::Kind kind)
{
    switch (kind) {
    case FactFields::Kind::Deal:
        return MainWindow::tr("Edit deal");
    case FactFields::Kind::Valuation:
        return MainWindow::tr("Edit valuation");
    case FactFields::Kind::Stake:
        return MainWindow::tr("Edit stake");
    }
    return {};
}

QString dateWordsOf(const Network& network, const FactId& fact)
{
    if (const auto* deal = std::get_if<DealId>(&fact))
        return network.deal(*deal).detail->dateText;
    if (const auto* valuation = std::get_if<ValuationId>(&fact))
        return network.valuations()[valuation->value].dateText;
    return network.stakes()[std::get<StakeId>(fact).value].dateText;
}

QString newTitle(FactFields::Kind kind)
{
    switch (kind) {
    case FactFields::Kind::Deal:
        return MainWindow::tr("New deal");
    case FactFields::Kind::Valuation:
        return MainWindow::tr("New valuation");
    case FactFields::Kind::Stake:
        return MainWindow::tr("New stake");
    }
    return {};
}

/// "1 firm less (Vellora), 2 deals or claims more".
QString differenceIn(const Rereading& again)
{
    QStringList parts;
    const auto named = [](const QStringList& names) {
        constexpr qsizetype most = 3;
        const QString shown = names.mid(0, most).join(QStringLiteral(", "));
        return names.size() > most ? shown + QStringLiteral(" …") : shown;
    };
    const auto tell = [&parts](qsizetype count, const QString& one, const QString& many) {
        if (count > 0)
            parts << (count == 1 ? one : many.arg(count));
    };
    if (!again.newFirms.isEmpty())
        parts << MainWindow::tr("new in it %1").arg(named(again.newFirms));
    if (!again.goneFirms.isEmpty())
        parts << MainWindow::tr("no more in it %1").arg(named(again.goneFirms));
    tell(again.newFacts, MainWindow::tr("1 fact more"), MainWindow::tr("%1 facts more"));
    tell(again.goneFacts, MainWindow::tr("1 fact less"), MainWindow::tr("%1 facts less"));
    tell(again.otherFacts, MainWindow::tr("1 fact of another firm"),
         MainWindow::tr("%1 facts of other firms"));
    return parts.join(QStringLiteral(", "));
}

void offerToReadAgain(Document& document, NoticeBar& notices)
{
    const Rereading again = readAgain(document);
    if (!again.isOther())
        return;
    notices.show({{Severity::Note,
                   QStringLiteral("names.read-otherwise"),
                   {differenceIn(again)},
                   {},
                   {},
                   {}}},
                 {MainWindow::tr("Read it again"), [&document] {
                      // As it is by then.
                      if (Rereading now = readAgain(document); now.isOther())
                          takeOver(document, std::move(now));
                  }});
}

} // namespace

void MainWindow::connectFacts()
{
    connect(m_briefing, &BriefingPanel::editAsked, this, &MainWindow::editFact);
    connect(m_briefing, &BriefingPanel::factMenuAsked, this, &MainWindow::showFactMenu);
    connect(m_briefing, &BriefingPanel::newFactAsked, this, &MainWindow::askForFact);
    connect(m_briefing, &BriefingPanel::sameFirmAsked, this, &MainWindow::askForSameFirm);
    connect(m_inspector, &Inspector::editAsked, this, &MainWindow::editFact);
    connect(&m_pages->network(), &NetworkPage::dealMenuRequested, this,
            [this](DealId deal, QPoint at) { showFactMenu(deal, at); });
    connect(m_pages, &Pages::dealMenuRequested, this,
            [this](DealId deal, QPoint at) { showFactMenu(deal, at); });
    m_actions.onTrigger(Command::EditFact, [this] {
        if (const auto fact = factOf(m_document.selection()))
            editFact(*fact);
    });
    m_actions.onTrigger(Command::Names, [this] { showNames(); });
    m_actions.onTrigger(Command::Accept, [this] { reviewSelected(Review::Accepted); });
    m_actions.onTrigger(Command::Reject, [this] { reviewSelected(Review::Rejected); });
}

void MainWindow::reviewSelected(Review next)
{
    const auto fact = factOf(m_document.selection());
    if (!fact)
        return;
    if (next != Review::Accepted || mayAccept(reviewOf(m_document.network(), *fact)))
        review(m_document, *fact, next);
}

void MainWindow::showFactMenu(const FactId& fact, QPoint at)
{
    QMenu menu(this);
    addFactActions(menu, m_document, fact, [this](const FactId& id) { editFact(id); });
    menu.exec(at);
}

void MainWindow::editFact(const FactId& fact)
{
    const Network& network = m_document.network();
    const FactFields fields = fieldsOf(network, fact);
    const EvidenceList evidence = evidenceOf(network, selectionOf(fact));
    const QString quote = evidence.empty() ? QString() : evidence.front()->quote;
    auto* dialog =
        new FactDialog({editTitle(fields.kind), fields, quote, dateWordsOf(network, fact), false},
                       network, m_document.lexicon(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, fact] { correct(m_document, fact, dialog->fields()); });
    dialog->open();
}

void MainWindow::askForFact(FactFields::Kind kind, const QString& briefingId, TextSpan words)
{
    const auto index = m_document.findBriefing(briefingId);
    if (!index)
        return;
    const Briefing& briefing = m_document.project().briefings[*index]->briefing;
    const TextSpan sentence = sentencesAround(briefing.text, words, m_document.lexicon());
    const Shared<Evidence> evidence = evidenceAt(briefing, sentence);
    auto* dialog = new FactDialog({newTitle(kind),
                                   proposed(m_document, kind, briefing, words, sentence),
                                   evidence->quote,
                                   {},
                                   true},
                                  m_document.network(), m_document.lexicon(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, evidence] { addOwn(m_document, dialog->fields(), {evidence}); });
    dialog->open();
}

void MainWindow::askForSameFirm(const Shared<Evidence>& words)
{
    if (const auto other = firmAt(m_document, words)) {
        askForOtherName(*other);
        return;
    }
    auto* dialog =
        new SameFirmDialog(m_document.network(), words->quote.simplified(), std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, words] { addName(m_document, dialog->firm(), words); });
    dialog->open();
}

void MainWindow::askForOtherName(FirmId other)
{
    auto* dialog = new SameFirmDialog(m_document.network(), m_document.network().firm(other).name,
                                      other, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, other] { joinFirms(m_document, dialog->firm(), other); });
    dialog->open();
}

void MainWindow::askForNewName(FirmId firm)
{
    const QString before = m_document.network().firm(firm).name;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename firm"));
    dialog->setLabelText(tr("The firm's name; “%1” stays another name of it:").arg(before));
    dialog->setTextValue(before);
    dialog->setOkButtonText(tr("Rename"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, firm](const QString& name) {
        if (m_document.network().contains(firm))
            renameFirm(m_document, firm, name);
    });
    dialog->open();
}

// --- Names, remembered ---------------------------------------------------------------------------

void MainWindow::rememberNames()
{
    const auto* memory = new NameMemory(m_document, ownGazetteer(), this);
    if (!memory->problems().empty())
        m_document.report(memory->problems());
}

void MainWindow::showNames()
{
    auto* dialog = new NamesDialog(*m_document.project().learnt, m_document.lexicon(),
                                   !m_document.project().briefings.empty(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->names() == *m_document.project().learnt)
            return;
        setLearntNames(m_document, dialog->names());
        offerToReadAgain(m_document, *m_notices);
    });
    dialog->open();
}

} // namespace gyre
