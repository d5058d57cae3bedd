// A network of firms that were renamed and merged, as a file: Meta (once Facebook) bought in 2014
// and 2018; xAI took money in 2025, went into SpaceX in February 2026 and bought in May.
#pragma once

#include <QByteArray>

namespace gyre::test {

inline const QByteArray firmsOverTime = R"({
  "organizations": [
    {"id": "meta", "name": "Meta", "kind": "big_tech"},
    {"id": "harbour", "name": "Harbour Cloud", "kind": "cloud"},
    {"id": "xai", "name": "xAI", "kind": "ai_lab"},
    {"id": "spacex", "name": "SpaceX", "kind": "other"},
    {"id": "quarry", "name": "Quarry Fund", "kind": "investor"}],
  "deals": [
    {"id": "d1", "from": "meta", "to": "harbour", "type": "purchase_commitment",
     "amount_low": 3000000000, "amount_high": 3000000000, "qualifier": "exact",
     "currency": "USD", "status": "signed", "date": "2018-05"},
    {"id": "d2", "from": "quarry", "to": "xai", "type": "equity_investment",
     "amount_low": 2000000000, "amount_high": 2000000000, "qualifier": "exact",
     "currency": "USD", "status": "closed", "date": "2025-06-30"},
    {"id": "d3", "from": "spacex", "to": "xai", "type": "acquisition",
     "qualifier": "undisclosed", "status": "closed", "date": "2026-02-02"},
    {"id": "d4", "from": "xai", "to": "harbour", "type": "purchase_commitment",
     "amount_low": 5000000000, "amount_high": 5000000000, "qualifier": "exact",
     "currency": "USD", "status": "signed", "date": "2026-05"},
    {"id": "d5", "from": "harbour", "to": "spacex", "type": "purchase_commitment",
     "amount_low": 1000000000, "amount_high": 1000000000, "qualifier": "exact",
     "currency": "USD", "status": "signed", "date": "2026-05"}],
  "valuations": [
    {"id": "v1", "org": "meta", "amount": 500000000000, "qualifier": "about",
     "currency": "USD", "basis": "market_cap", "status": "observed", "date": "2018-03"}]
})";

} // namespace gyre::test
