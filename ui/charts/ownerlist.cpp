#include "ui/charts/ownerlist.h"

#include "ui/words/words.h"

#include <algorithm>
#include <array>

namespace gyre {

namespace {

constexpr double leastListPitch = 25;
constexpr double greatestListPitch = 72;

QString dateWords(const Stake& stake)
{
    QString text = stake.date ? words(*stake.date) : Charts::tr("undated");
    if (isTalk(stake.status))
        text += QStringLiteral(" · ") + words(stake.status);
    return text;
}

/// Holder, share, date and earlier share in columns: what the bar has no room for.
class OwnerList
{
public:
    OwnerList(ChartPass& pass, const FirmOwners& owners, const QRectF& area)
        : m_pass(pass)
        , m_owners(owners)
        , m_area(area)
        , m_u(pass.chart.unit)
    {
        const auto rows = static_cast<double>(owners.holdings.size() + 2);
        m_pitch = std::clamp(area.height() / rows, leastListPitch * m_u, greatestListPitch * m_u);
        m_pixels = type::body * std::clamp(m_pitch / (44 * m_u), 1.0, 1.3) * m_u;
    }

    void draw()
    {
        const auto room = static_cast<std::size_t>(std::max(0.0, m_area.height() / m_pitch + 1e-6));
        if (room < 2)
            return;
        const std::size_t count = std::min(m_owners.holdings.size(), room - 1);
        drawHead();
        double y = m_area.top() + m_pitch;
        for (std::size_t i = 0; i < count; ++i, y += m_pitch)
            drawHolder(i, y);
        if (!m_owners.isOverfull() && !m_owners.writtenRest().isEmpty() && room > count + 1)
            drawRest(y);
        const std::size_t more = m_owners.holdings.size() - count;
        if (more == 1)
            m_pass.found.push_back({Charts::tr("1 more holder is in the bar but not in the list."),
                                    Charts::tr("1 holder in the list")});
        else if (more > 1)
            m_pass.found.push_back(
                {Charts::tr("%1 more holders are in the bar but not in the list.").arg(more),
                 Charts::tr("%1 holders in the list").arg(more)});
    }

private:
    enum Column
    {
        Holder,
        Share,
        Date,
        Before,
        End
    };

    [[nodiscard]] double x(Column column) const
    {
        constexpr std::array<double, 5> shares{0, 0.36, 0.5, 0.7, 1};
        return m_area.left() + m_area.width() * shares.at(column);
    }

    void text(Column column, const QString& words, double y, const QColor& colour,
              int weight = QFont::Normal);
    void drawHead();
    void drawRule(double y);
    void drawHolder(std::size_t index, double top);
    void drawRest(double top);
    [[nodiscard]] QRectF swatch(double top) const;

    ChartPass& m_pass;
    const FirmOwners& m_owners;
    QRectF m_area;
    double m_u;
    double m_pitch = 0;
    /// Of the type: larger where the rows are far apart.
    double m_pixels = 0;
};

void OwnerList::text(Column column, const QString& words, double y, const QColor& colour,
                     int weight)
{
    const double left = x(column) + (column == Holder ? 24 * m_u : 0);
    const double room = x(static_cast<Column>(column + 1)) - left - 8 * m_u;
    m_pass.chart.texts.push_back(
        placedText(elided(words, room, m_pixels, weight), {left, y + m_pitch / 2},
                   Qt::AlignLeft | Qt::AlignVCenter, m_pixels, colour, weight));
}

void OwnerList::drawRule(double y)
{
    m_pass.chart.under.push_back(
        lineShape({m_area.left(), y}, {m_area.right(), y}, m_pass.chart.palette.faint, m_u));
}

QRectF OwnerList::swatch(double top) const
{
    return {m_area.left(), top + m_pitch / 2 - 6.5 * m_u, 13 * m_u, 13 * m_u};
}

void OwnerList::drawHead()
{
    const QColor colour = m_pass.chart.palette.muted;
    const double y = m_area.top();
    text(Holder, Charts::tr("Holder"), y, colour);
    text(Share, Charts::tr("Share"), y, colour);
    text(Date, Charts::tr("As of"), y, colour);
    if (m_owners.olderCount() > 0)
        text(Before, Charts::tr("Before"), y, colour);
    drawRule(y + m_pitch);
}

void OwnerList::drawHolder(std::size_t index, double top)
{
    const Holding& holding = m_owners.holdings.at(index);
    const Palette& palette = m_pass.chart.palette;
    const QColor colour = holderColour(m_pass, m_owners, index);
    m_pass.chart.over.push_back(isTalk(holding.stake.status)
                                    ? boxShape(swatch(top), colour, {}, 1.5 * m_u)
                                    : boxShape(swatch(top), colour, colour, 0));
    text(Holder, holding.holder, top, palette.ink);
    text(Share, holding.written, top, palette.ink, QFont::DemiBold);
    text(Date, dateWords(holding.stake), top, palette.muted);
    if (!holding.older.empty()) {
        const Stake& older = holding.older.front();
        text(Before,
             Charts::tr("%1, %2").arg(writtenPercent(older.percent, older.qualifier),
                                      dateWords(older)),
             top, palette.muted);
    }
    drawRule(top + m_pitch);
}

void OwnerList::drawRest(double top)
{
    const Palette& palette = m_pass.chart.palette;
    const QColor stroke = mixed(palette.muted, palette.canvas, 0.45);
    m_pass.chart.over.push_back(hatching(swatch(top), 4.5 * m_u, stroke, m_u));
    m_pass.chart.over.push_back(boxShape(swatch(top), stroke, {}, m_u));
    text(Holder, Charts::tr("not disclosed"), top, palette.ink);
    text(Share, m_owners.writtenRest(), top, palette.ink, QFont::DemiBold);
    drawRule(top + m_pitch);
}

} // namespace

double leastListHeight(const FirmOwners& owners)
{
    return static_cast<double>(owners.holdings.size() + 2) * leastListPitch;
}

void drawOwnerList(ChartPass& pass, const FirmOwners& owners, const QRectF& area)
{
    OwnerList(pass, owners, area).draw();
}

} // namespace gyre
