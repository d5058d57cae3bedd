// Networks of values and shares put together line by line, and the charts drawn of them.
#pragma once

#include "ui/charts/claims.h"
#include "ui/charts/drawnchart.h"

#include <QPainter>

namespace gyre::test {

inline Evidence page(const char* publisher)
{
    Evidence evidence;
    evidence.publisher = QString::fromLatin1(publisher);
    return evidence;
}

/// A network put together line by line: value("tern", "4B", "2023-05").
class Claims
{
public:
    Claims& value(const char* firm, const char* amount, const char* date,
                  Status status = Status::Closed, Qualifier qualifier = Qualifier::Exact,
                  Basis basis = Basis::Unspecified)
    {
        const auto money = typedMoney(QString::fromUtf8(amount));
        Valuation valuation;
        valuation.org = id(firm);
        const Currency currency = money->currency.isKnown() ? money->currency : Currency::usd();
        valuation.amount = Amount::of(money->units, currency, qualifier);
        valuation.status = status;
        valuation.basis = basis;
        valuation.date = PartialDate::parse(QString::fromLatin1(date));
        valuation.evidence = {Shared<Evidence>(page(m_publisher))};
        m_edit.addValuation(valuation);
        return *this;
    }

    Claims& share(const char* holder, const char* firm, double percent, const char* date = "",
                  Qualifier qualifier = Qualifier::Exact, Status status = Status::Closed)
    {
        Stake stake;
        stake.holder = id(holder);
        stake.org = id(firm);
        stake.percent = percent;
        stake.qualifier = qualifier;
        stake.status = status;
        stake.date = PartialDate::parse(QString::fromLatin1(date));
        stake.evidence = {Shared<Evidence>(page(m_publisher))};
        m_edit.addStake(stake);
        return *this;
    }

    Claims& from(const char* publisher)
    {
        m_publisher = publisher;
        return *this;
    }

    Claims& review(ValuationId valuation, Review word)
    {
        Valuation changed = m_edit.network().valuations()[valuation.value];
        changed.review = word;
        m_edit.setValuation(valuation, changed);
        return *this;
    }

    FirmId id(const char* name)
    {
        const QString text = QString::fromUtf8(name);
        if (const auto known = m_edit.network().findFirm(text))
            return *known;
        Firm firm;
        firm.id = text;
        firm.name = text.left(1).toUpper() + text.mid(1);
        firm.kind = static_cast<FirmKind>(m_edit.network().firmCount() % firmKindCount);
        return m_edit.addFirm(firm);
    }

    [[nodiscard]] Network network() const { return m_edit.network(); }

private:
    NetworkEditor m_edit;
    const char* m_publisher = "Morning Paper";
};

inline ChartScene scene(ChartKind kind, Network network, QSizeF size = {1600, 1000})
{
    ChartScene scene;
    scene.kind = kind;
    scene.network = std::move(network);
    scene.look.size = size;
    return scene;
}

inline ChartScene valuations(const Claims& claims, QSizeF size = {1600, 1000})
{
    return scene(ChartKind::Valuations, claims.network(), size);
}

inline ChartScene ownership(const Claims& claims, QSizeF size = {1600, 1000})
{
    return scene(ChartKind::Ownership, claims.network(), size);
}

inline QImage painted(const ChartScene& scene, double scale = 1)
{
    const QSizeF pixels = scene.look.size * scale;
    QImage image(qCeil(pixels.width()), qCeil(pixels.height()),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintChart(scene, painter);
    return image;
}

inline QString allText(const DrawnChart& chart)
{
    QStringList lines;
    for (const ChartText& text : chart.texts)
        lines << text.text;
    return lines.join(QLatin1Char('\n'));
}

inline QString allText(const ChartScene& scene)
{
    return allText(drawn(scene));
}

/// Tern's course: two rounds done, a third talked of, one value undated.
inline Claims ternsCourse()
{
    Claims claims;
    claims.value("tern", "4B", "2023-05")
        .value("tern", "9B", "2024-08", Status::Closed, Qualifier::About, Basis::PostMoney)
        .value("tern", "15B", "2025-02-10", Status::InTalks, Qualifier::MoreThan)
        .value("tern", "2B", "");
    return claims;
}

inline Claims ternsOwners()
{
    Claims claims;
    claims.share("harbour", "tern", 27, "2024-05")
        .share("quay", "tern", 11, "2024-06", Qualifier::About)
        .share("pier", "tern", 26);
    return claims;
}

} // namespace gyre::test
