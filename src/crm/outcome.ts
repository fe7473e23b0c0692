// Whether a word of a CRM says that a deal is won, lost or still open.

import type { Outcome } from "./objects/deal";
import { simplified } from "./traditional";

/** What a word says; `closed` is over, but not how; null when it says nothing. */
export type WordOutcome = Outcome | "closed" | null;

const remembered = new Map<string, WordOutcome>();

/** What a stage's or status's name says of the outcome: `Closed Won`, `05付款成交`, `closedlost`, `输单`. */
export function outcomeOfWord(word: string): WordOutcome {
  let known = remembered.get(word);
  if (known === undefined) {
    known = readWord(word);
    if (remembered.size < 10_000) remembered.set(word, known);
  }
  return known;
}

/** A stage's name without number, case and signs: `05付款成交` and `5 - Closed Won` are `付款成交` and `closedwon`. */
export function stageKey(stage: string): string {
  const key = simplified(stage.normalize("NFKC")).toLowerCase().replace(/\s*\([^)]*(?:pipeline|管道)[^)]*\)$/, "").replace(/^[\s([#]*\d+\s*[-.:、)\]%]*\s*/, "").replace(/[^\p{L}\p{N}]/gu, "");
  return key === "" ? stage.trim().toLowerCase() : key;
}

/** The number a stage's name begins with; null without one, and for a probability such as `10 %`. */
export function leadingNumber(name: string): number | null {
  const match = /^\s*[([#]?(\d{1,3})(?!\d|[.,]?\d*\s*%)/.exec(name.normalize("NFKC"));
  return match ? Number(match[1]) : null;
}

function readWord(word: string): WordOutcome {
  const key = stageKey(word);
  if (won.has(key)) return "won";
  if (lost.has(key)) return "lost";
  if (open.has(key)) return "open";
  if (closed.has(key)) return "closed";
  const text = ` ${simplified(word.normalize("NFKC")).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  if (/ (?:not|never|un) ?won | un ?won |未(?:赢|成交|签|中标)|待|拟|预计|预期|即将|准备|争取|推进/.test(text)) return /未(?:赢|中标)/.test(text) ? "lost" : null;
  if (/ closed? ?lost| lost |deal lost|丢单|输单|输掉|丢失|战败|流失|落标|未中标|失单|verloren|perdu|perdid/.test(text)) return "lost";
  if (/ closed? ?won| won |赢单|赢得|成交$|成交 |已签|签约(?:成功|完成)|签单$|中标|成单|gewonnen|gagn|ganad/.test(text)) return "won";
  return null;
}

const won = words(
  "won closedwon closewon wonclosed win wins closedwin dealwon salewon signed closedsigned contractsigned awarded sold success successful 赢单 赢 已赢单 赢得 赢得并结束 成交 已成交 签约 已签约 签单 付款成交 成单 已成单 成功 成功结束 结单赢单 关闭赢单 中标 已中标 赢单关闭 成交关闭 合同签订完成 已完成签约 " +
    "gewonnen gewonnenabgeschlossen abgeschlossenundgewonnen abgeschlossengewonnen gagné gagnée ferméegagnée ferméegagné ganado ganada cerradaganada cerradoganado vinto ganho fechadoeganho 受注 成約 商談成立",
);
const lost = words(
  "lost closedlost closelost lostclosed lose closedlosttocompetition losttocompetition losttocompetitor closednotwon nodecision closednodecision cancelled canceled outsold abandoned dropped withdrawn nogo unsuccessful disqualified dead rejected declined closedcancelled deallost loss losses failed fail " +
    "输单 输 已输单 丢单 已丢单 战败 流失 已流失 失去 失去并结束 无效 已无效 丢失 丢失关闭 失败 已失败 输单关闭 关闭丢失 失单 未中标 未成交 未赢单 取消 已取消 放弃 已放弃 终止 已终止 作废 已作废 废弃 丢失线索 没机会 落标 " +
    "verloren abgeschlossenundverloren abgeschlossenverloren perdu perdue ferméeperdue perdido perdida cerradaperdida cerradoperdido perso fechadoeperdido 失注 商談不成立",
);
const open = words("open inprogress active ongoing pending new 进行中 跟进中 打开 开放 未关闭 未结束 处理中 offen ouvert abierto abierta 進行中");
const closed = words("closed close closing 关闭 已关闭 结束 已结束 结单 已结单 完结 geschlossen abgeschlossen fermé cerrado done completed finished 已完成");

function words(list: string): ReadonlySet<string> {
  return new Set(simplified(list).split(" "));
}
