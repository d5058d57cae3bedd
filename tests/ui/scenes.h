// Networks for the tests of pictures and of the canvas: a firm or a deal in a line each.
#pragma once

#include "graph/model/network.h"
#include "ui/picture/compose.h"

namespace gyre::test {

struct Draft
{
    NetworkEditor editor;

    FirmId firm(const char* id, const char* name, FirmKind kind = FirmKind::Other)
    {
        Firm firm;
        firm.id = QString::fromUtf8(id);
        firm.name = QString::fromUtf8(name);
        firm.kind = kind;
        return editor.addFirm(firm);
    }

    DealId deal(const char* id, FirmId from, FirmId to, DealType type, const Amount& amount = {},
                Status status = Status::Signed)
    {
        Deal deal;
        deal.id = QString::fromUtf8(id);
        deal.from = from;
        deal.to = to;
        deal.type = type;
        deal.amount = amount;
        deal.status = status;
        return editor.addDeal(deal);
    }

    void value(FirmId firm, std::int64_t dollars, std::optional<PartialDate> date = {})
    {
        Valuation valuation;
        valuation.org = firm;
        valuation.amount = Amount::exactly(dollars, Currency::usd());
        valuation.date = date;
        editor.addValuation(valuation);
    }
};

inline Amount billion(std::int64_t count, Qualifier qualifier = Qualifier::Exact)
{
    return Amount::of(count * 1'000'000'000, Currency::usd(), qualifier);
}

/// A shop invests in a lab that buys from it; two partners; one firm without a deal.
inline Network loopNetwork()
{
    Draft draft;
    const FirmId shop = draft.firm("shop", "Bigshop", FirmKind::BigTech);
    const FirmId lab = draft.firm("lab", "Thinklab", FirmKind::AiLab);
    const FirmId chips = draft.firm("chips", "Chipworks", FirmKind::Chipmaker);
    const FirmId wafers = draft.firm("wafers", "Waferco", FirmKind::Chipmaker);
    draft.firm("idle", "Idlefirm", FirmKind::Cloud);
    draft.deal("invests", shop, lab, DealType::EquityInvestment, billion(10, Qualifier::UpTo),
               Status::InTalks);
    Deal buys;
    buys.id = QStringLiteral("buys");
    buys.from = lab;
    buys.to = shop;
    buys.type = DealType::PurchaseCommitment;
    buys.amount = billion(38);
    buys.status = Status::Signed;
    buys.inferred = Inferred::Payer | Inferred::Type;
    draft.editor.addDeal(buys);
    draft.deal("partners", lab, chips, DealType::Partnership, {}, Status::Announced);
    draft.deal("talks", lab, wafers, DealType::Partnership, {}, Status::Rumoured);
    draft.value(lab, 500'000'000'000, PartialDate::month(2025, 12));
    return draft.editor.done();
}

inline Scene sceneOf(const Network& network, QSizeF size = {1600, 1000}, const Filter& filter = {})
{
    Scene scene;
    scene.view = viewOf(network, filter);
    scene.look.size = size;
    ReadBriefing read;
    read.briefing.publisher = QStringLiteral("The Daily Ledger");
    read.briefing.title = QStringLiteral("Bigshop weighs a stake");
    read.briefing.date = PartialDate::day(2025, 12, 16);
    scene.briefings.push_back(read);
    return scene;
}

inline const Disc* discOf(const Picture& picture, const QString& id)
{
    for (const Disc& disc : picture.discs)
        if (disc.id == id)
            return &disc;
    return nullptr;
}

inline const Arc* arcOf(const Picture& picture, const QString& id)
{
    for (const Arc& arc : picture.arcs)
        if (arc.id == id)
            return &arc;
    return nullptr;
}

inline const Furniture* pieceOf(const Picture& picture, const QString& what)
{
    for (const Furniture& piece : picture.furniture)
        if (piece.what == what)
            return &piece;
    return nullptr;
}

inline QString textOf(const Furniture* piece)
{
    QStringList texts;
    if (piece != nullptr)
        for (const PictureText& text : piece->texts)
            texts << text.text;
    return texts.join(QLatin1Char(' '));
}

} // namespace gyre::test
