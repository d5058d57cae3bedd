#include "ui/panels/inspector.h"

#include "ui/models/phrases.h"
#include "ui/panels/inspectorparts.h"
#include "ui/panels/sheet.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gyre {

Inspector::Inspector(Document& document, Analyses& analyses, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_analyses(analyses)
    , m_sheet(new Sheet(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sheet);
    m_sheet->setAccessibleName(tr("Details of the selection"));
    connect(&document, &Document::projectChanged, this, &Inspector::refresh);
    connect(&document, &Document::viewChanged, this, &Inspector::refresh);
    connect(&document, &Document::lensChanged, this, &Inspector::refresh);
    connect(&document, &Document::selectionChanged, this, &Inspector::refresh);
    connect(&analyses, &Analyses::changed, this, &Inspector::refresh);
}

/// Several signals of one change make one sheet.
void Inspector::refresh()
{
    if (m_isStale)
        return;
    m_isStale = true;
    QMetaObject::invokeMethod(this, &Inspector::write, Qt::QueuedConnection);
}

void Inspector::write()
{
    m_isStale = false;
    const InspectorContext context{
        m_document,
        m_analyses,
        *m_sheet,
        [this](const QString& briefing, TextSpan span) { emit quoteClicked(briefing, span); },
        [this](FirmId firm) { emit routeAsked(firm); },
        [this](const FactId& fact) { emit editAsked(fact); }};

    struct Writer
    {
        const InspectorContext& context;

        void operator()(std::monostate) const { writeOverview(context); }

        void operator()(FirmId id) const { writeFirm(context, id); }

        void operator()(DealId id) const { writeDeal(context, id); }

        void operator()(ValuationId id) const { writeValuation(context, id); }

        void operator()(StakeId id) const { writeStake(context, id); }

        void operator()(const LoopSelection& loop) const { writeLoop(context, loop); }

        void operator()(const PairSelection& pair) const { writePair(context, pair); }
    };

    m_sheet->begin();
    std::visit(Writer{context}, m_document.selection());
    m_sheet->end(m_subject == m_document.selection());
    m_subject = m_document.selection();
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace gyre
