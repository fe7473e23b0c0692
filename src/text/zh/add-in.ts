import type { AddInText } from "../add-in";

/** 加载项运行之前 Excel 所显示的文字：应用商店、功能区和介绍页。 */
export const addIn: AddInText = {
  name: "Salesbook 销售簿",
  unifiedName: "Salesbook 销售簿（Microsoft 365）",
  short: "把 CRM 导出的数据变成会更新的销售工作簿。",
  description: "把 CRM 导出的数据贴进来，得到一本会更新的销售工作簿：目标、漏斗、客户旅程和仪表盘。",
  group: "销售簿",
  build: { label: "生成", tip: "粘贴 CRM 导出数据，生成销售工作簿。" },
  refresh: { label: "刷新", tip: "粘贴新的 CRM 导出数据：先看有哪些变化，再刷新工作簿。您填写的内容会保留。" },
  functions: { label: "函数", tip: "查找销售函数、阅读说明，并把示例放入当前单元格。" },
  started: { title: "销售簿已就绪", text: "在“开始”选项卡点击“生成”，然后粘贴 CRM 导出数据。" },

  about: {
    start: "开始使用",
    startSteps: ["在 Excel 的“开始”选项卡点击“生成”。", "粘贴或拖入 CRM 导出数据，核对各列，然后生成。", "下周点击“刷新”，粘贴新的导出数据。您填写的内容会保留。"],
    withoutExcel: "不用 Excel，在网页中使用",
    functions: "函数说明",
    privacy: "隐私",
    privacyText: [
      "您的数据只留在您的电脑和工作簿中。销售簿不向任何地方发送数据，不做统计，也没有账号。",
      "在 Excel 中，页面会从微软服务器加载微软自己的脚本 office.js，所有 Office 加载项都必须如此。",
      "工作簿的设置（指标、目标、列）保存在工作簿中，拿到文件的人都能看到。",
    ],
    terms: "使用条款",
    termsText: ["销售簿按现状提供，不作任何担保。依据数字做决定之前请先核对：每个数字都能看到它的公式。"],
  },
};
