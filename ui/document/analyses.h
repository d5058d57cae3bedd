// What the window says of the view beside its picture: sums and loops. Kept up to date with the
// document; of a big view computed off the GUI thread, the newest view wins.
#pragma once

#include "graph/analysis/circuits.h"
#include "graph/model/view.h"
#include "ui/document/work.h"

namespace gyre {

class Document;

class Analyses : public QObject
{
    Q_OBJECT

public:
    struct Results
    {
        Totals totals;
        Circuits circuits;
    };

    using Analyse = std::function<Results(const View&, const Progress&)>;

    explicit Analyses(Document& document, QObject* parent = nullptr);
    /// With another analysis than the usual one.
    Analyses(Document& document, Analyse analyse, QObject* parent = nullptr);

    [[nodiscard]] const Totals& totals() const { return m_results.totals; }

    [[nodiscard]] const Circuits& circuits() const { return m_results.circuits; }

    /// False while those of the present view are still looked for.
    [[nodiscard]] bool isUpToDate() const { return m_isUpToDate; }

    /// Loops that this deal takes part in: indices into circuits().found.
    [[nodiscard]] std::vector<std::size_t> loopsWith(DealId deal) const;

signals:
    void changed();

private:
    void update();
    void take(const Results& results);
    void tellOf(const Diagnostics& problems);

    Document& m_document;
    Analyse m_analyse;
    Results m_results;
    bool m_isUpToDate = true;
    Work m_work;
};

} // namespace gyre
