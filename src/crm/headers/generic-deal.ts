// Generic headers of what figures of deals are worked out from.

/** Field → its headers, best first, parted by ` | `. */
export const dealFigures = {
  stage:
    "Stage | Deal Stage | Sales Stage | Opportunity Stage | Pipeline Stage | Current Stage | Stage Name | Phase | 阶段 | 商机阶段 | 机会阶段 | 销售阶段 | 交易所处阶段 | 交易阶段 | 所处阶段 | 当前阶段 | 项目阶段 | 跟进阶段 | Verkaufsphase | Étape | Etape | Etapa | Fase | フェーズ",
  status: "Status | Deal Status | Opportunity Status | Outcome | Result | Won/Lost | Win/Loss | State | 状态 | 商机状态 | 结果 | 成交结果 | 输赢 | 项目状态 | Estado | Statut | Ergebnis",
  amount:
    "Amount | Deal Amount | Deal Value | Value | Close Value | Deal Size | Opportunity Amount | Opportunity Value | Contract Value | Total Contract Value | TCV | ACV | Annual Contract Value | ARR | Revenue | Estimated Revenue | Estimated Value | Price | Total | Total Amount | Sales Amount | Income | Expected Income | Sum | Total Value | 金额 | 量 | 商机金额 | 预计金额 | 交易金额 | 成交金额 | 预计成交金额 | 机会金额 | 预估总金额 | 预估金额 | 合同金额 | 项目金额 | 签约金额 | 销售额 | 报价金额 | 总金额 | 总额 | 合同额 | 收入 | 订单金额 | Betrag | Umsatz | Wert | Auftragswert | Montant | Valeur | Importe | Valor | Monto | 金額",
  currency: "Currency | Currency Code | Amount Currency | Deal Currency | ISO Currency | 币种 | 货币 | 金额货币 | 货币类型 | Währung | Devise | Moneda | 通貨",
  probability:
    "Probability | Probability % | Win Probability | Win % | Close Probability | Confidence | Likelihood | 概率 | 赢率 | 赢单概率 | 可能性 | 成交概率 | 成功率 | 成单概率 | 把握度 | Wahrscheinlichkeit | Probabilité | Probabilidad | 確度",
  closeDate:
    "Close Date | Closed Date | Closing Date | Closed On | Close | Closed At | Date Closed | Actual Close Date | Won Date/Lost Date | 关闭日期 | 结束日期 | 成交日期 | 成交时间 | 签约日期 | 签单日期 | 实际成交日期 | 结单日期 | 关闭时间 | Abschlussdatum | Date de clôture | Date de fermeture | Fecha de cierre | 完了予定日",
  wonOn: "Won Date | Date Won | Won On | Won At | Won Time | Signed Date | 赢单日期 | 赢单时间",
  isWon: "Is Won | Won | Won? | 是否赢单 | 是否成交 | 是否中标",
  isClosed: "Is Closed | Closed | Closed? | 是否关闭 | 是否结单 | 已关闭",
} as const;
