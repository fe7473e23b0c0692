// Chinese as Taiwan and Hong Kong write it, read as the headers and stages we know are written.

/** Traditional and simplified character, pair by pair, for those our headers and stages use. */
const PAIRS =
  "業业個个為为買买於于爭争產产億亿優优會会價价關关興兴寫写決决準准創创別别製制辦办務务動动區区協协單单發发變变號号後后員员諮咨團团國国場场處处備备復复複复" +
  "獎奖實实審审對对將将尋寻層层屬属崗岗幣币帳帐廣广應应廢废開开張张歸归當当錄录態态總总戰战戶户擔担擬拟據据換换報报數数無无時时機机權权條条來来標标檢检歐欧" +
  "沒没溝沟測测滿满潛潜點点狀状環环現现電电確确碼码離离種种稱称稅税競竞簽签簡简類类級级紛纷線线組组終终經经結结給给績绩續续編编網网職职聯联營营獲获薦荐計计訂订" +
  "認认議议記记訪访評评證证識识訴诉詢询話话詳详說说請请調调談谈負负財财責责敗败貨货購购費费資资贏赢躍跃轉转輸输轄辖達达過过進进選选郵邮銷销鎖锁鍵键長长門门閉闭" +
  "問问間间隊队階阶際际項项顧顾預预頻频題题額额饋馈驗验觸触規规約约繫系節节與与";

const simple = new Map(PAIRS.match(/../gu)!.map((pair): [string, string] => [pair[0]!, pair[1]!]));

/** Whether any character is Chinese, or of the Japanese that are. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** `預計成交金額` as `预计成交金额`. */
export function simplified(text: string): string {
  return hasHan(text) ? text.replace(/\p{Script=Han}/gu, (char) => simple.get(char) ?? char) : text;
}
