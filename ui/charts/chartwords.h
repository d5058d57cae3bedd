// What a chart says in words: the finding in its title, scope, sources and read-outs. Translated.
#pragma once

#include "ui/charts/claims.h"
#include "ui/picture/sources.h"

#include <QCoreApplication>

namespace gyre {

/// The context of every translated string of the charts.
struct Charts
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// "more than $500B", "$17.4B–$19.4B", "$38B".
QString inWords(const Amount& amount);
/// "about 11%", "15–19%", "27%".
QString inWords(const Holding& holding);
QString percentInWords(double percent, Qualifier qualifier);
/// "Dec 2025 · secondary · in talks": what stands beside a value; of a background fact also who
/// says so.
QString detailOf(const ValueClaim& claim, bool withDate = true);
/// The same, then with less and less in it, so that one of them fits: what is talk says so longest.
QStringList detailChoices(const ValueClaim& claim, bool withDate = true);

/// "$500B", "$500B (rumoured)": talk is never written without its status.
QString valueInWords(const ValueClaim& claim);
/// "OpenAI is valued at $500B", "Talks would value OpenAI at more than $500B": the verb follows the
/// status.
QString valueTitle(const QString& firm, const ValueClaim& claim);
/// "27%", "up to 9% (in talks)".
QString shareInWords(const Holding& holding);
/// "Microsoft holds 27% of OpenAI", "OpenAI may come to hold up to 9% of AMD".
QString holdingTitle(const Holding& holding, const QString& firm);

/// "OpenAI: from $157B to $500B in 12 months; talks would value it at more than $500B". `claims`
/// are those on one axis, dated, in the order of time, at least two.
QString courseTitle(const QString& firm, const std::vector<const ValueClaim*>& claims);
/// "OpenAI: 3 known owners, Microsoft first with 27%; about 36% is not disclosed".
QString ownersTitle(const FirmOwners& owners);

/// "as of 31 Dec 2025"; of undated briefings the newest of `dates`, "to Dec 2025"; else empty.
QString asOfWords(const ChartScene& scene, const std::vector<std::optional<PartialDate>>& dates);
/// "Sources: …": of the facts that are drawn; fullest first, then with fewer names, the others
/// counted.
QStringList sourceChoices(const ChartScene& scene, const DrawnEvidence& drawn);

QString readOut(const ChartScene& scene, const ValueClaim& claim, const QString& firm);
QString readOut(const ChartScene& scene, const Holding& holding, const QString& firm);

} // namespace gyre
