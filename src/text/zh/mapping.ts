import type { Text } from "../en";

export const mapping: Text["mapping"] = {
  title: "每一列如何读取",
  note: "在“读作”中另选字段或选“不使用”，下次刷新即按此读取；为空的列原样保留。本次导出中没有的列保留在此，供以后使用。",
  headers: { column: "列", readAs: "读作", object: "每行是", dateOrder: "日期顺序", filled: "向下填充", remark: "备注" },
  notUsed: "不使用",
  orders: { dmy: "日在前", mdy: "月在前" },
  remarks: {
    absent: "本次导出中没有此列。",
    unknown: (object) => `不是${object}的字段：请从列表中选择。`,
    waiting: "下次刷新起生效，除非已有另一列读作该字段。",
    order: (assumed) => `从日期看不出日与月的先后，已按“${assumed}”读取。如果不对，请选择顺序。`,
    blanks: "看起来是合并单元格：在“向下填充”中选“是”，即用上方的值填充空白。",
  },
  prompts: { readAs: "下次刷新时此列读作的字段。", dateOrder: "仅在日期本身不能证明顺序时使用。", filled: "用上方单元格填充空白。" },
  fieldsTitle: "可选字段",
  field: "字段",
  evidence: {
    said: "由您指定，或此前即如此读取",
    "crm-header": "该 CRM 自己的表头",
    "known-header": "其他 CRM 常见的表头",
    words: "表头含有相关字词，且内容相符",
    values: "仅凭内容判断",
  },
};
