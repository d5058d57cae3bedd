// The context menu of the briefing's text: the fact or firm under the pointer, and what the
// selected words can become.
#include "ui/panels/briefingpanel.h"
#include "ui/panels/factmenu.h"

#include <QMenu>

namespace gyre {

void BriefingPanel::fillMenu(QMenu& menu, std::optional<std::size_t> mark)
{
    const ReadBriefing* shown = read();
    if (shown == nullptr)
        return;
    const TextSpan words = m_text->selectedSpan();
    if (!words.isEmpty())
        addWords(menu, words);
    if (!mark)
        return;
    if (!words.isEmpty())
        menu.addSeparator();
    if (const auto fact = factOf(targetOf(*mark))) {
        m_document.select(targetOf(*mark));
        addFactActions(menu, m_document, *fact, [this](const FactId& id) { emit editAsked(id); });
    } else if (words.isEmpty() && std::holds_alternative<FirmId>(targetOf(*mark))) {
        addFirmWords(menu, evidenceAt(shown->briefing, m_text->marks()[*mark].span), true);
    }
}

void BriefingPanel::addWords(QMenu& menu, TextSpan words)
{
    const Shared<Evidence> evidence = evidenceAt(read()->briefing, words);
    const auto add = [&](const QString& text, FactFields::Kind kind) {
        menu.addAction(text, this, [this, kind, id = evidence->briefing, words] {
            emit newFactAsked(kind, id, words);
        });
    };
    add(tr("Make this a deal…"), FactFields::Kind::Deal);
    add(tr("Make this a valuation…"), FactFields::Kind::Valuation);
    add(tr("Make this a stake…"), FactFields::Kind::Stake);
    // A firm's name stands on one line.
    if (evidence->quote.simplified().isEmpty() || evidence->quote.contains(QLatin1Char('\n')))
        return;
    menu.addSeparator();
    // One that was said to be none can be one again.
    const auto firm = firmAt(m_document, evidence);
    const bool isNamed = firm && !m_document.network().firm(*firm).detail->mentions.empty();
    addFirmWords(menu, evidence, isNamed);
}

void BriefingPanel::addFirmWords(QMenu& menu, const Shared<Evidence>& words, bool isFirm)
{
    if (!isFirm)
        menu.addAction(tr("This is a firm"), this, [this, words] { addFirm(m_document, words); });
    menu.addAction(tr("This is the same firm as…"), this,
                   [this, words] { emit sameFirmAsked(words); });
    if (const auto firm = isFirm ? firmAt(m_document, words) : std::nullopt)
        menu.addAction(tr("This is no firm"), this,
                       [this, id = *firm] { rejectFirm(m_document, id); });
}

} // namespace gyre
