import type { Text } from "../en";

export const paneShare: Text["pane"]["share"] = {
  title: "分享工作簿",
  hint: "供没有安装 Salesbook 的同事使用。Salesbook 生成的工作表无需处理，在任何地方都能正常计算。",
  freeze: {
    title: "固定自定义函数",
    what: "没有加载项时，含 =SALES 函数的单元格会显示 #NAME?。此操作将它们转换为当前显示的值。",
    button: "固定为值",
    confirm: "将函数固定为值？",
    warning: "此工作簿中的公式会被替换。如需保留公式，请先保存副本。",
    done: (count, left) => {
      const frozen = count + left === 0 ? "没有单元格使用自定义函数。" : `${count.toLocaleString("zh-CN")} 个单元格现在是普通的值。`;
      return left === 0 ? frozen : `${frozen}另有 ${left.toLocaleString("zh-CN")} 个单元格显示错误或仍在计算，公式保留：请稍候或修正公式后再次固定。`;
    },
  },
  template: {
    title: "另存为模板",
    what: "把本工作簿的目标、阶段、规则和文字留给其他团队或下一年度。不含客户、商机、线索、邮箱和电话。",
    name: "模板名称",
    untitled: "我们的销售方法",
    button: "生成模板",
    file: "salesbook-模板.json",
    download: "下载",
    copy: "复制为文本",
    copied: "已复制。请粘贴到以 .json 结尾的文本文件中。",
    notCopied: "浏览器不允许复制，请改用“下载”。",
    done: (tables) => `模板含 ${tables} 张表。使用时在“生成”的“模板”中选择“从文件选择…”。`,
    leftOut: (count) => `有 ${count} 个单元格因含有客户信息而留空。`,
  },
  names: {
    title: "添加可移植的函数",
    what: "添加 SALES_LTV 等名称，无需加载项即可在 Microsoft 365 和 Excel 2024 中使用。",
    button: "添加名称",
    done: (count) => (count === 0 ? "这些名称已在此工作簿中。" : `已添加 ${count.toLocaleString("zh-CN")} 个名称，用法如 =SALES_LTV(…)。`),
  },
  repair: {
    title: "修复 #NAME?",
    what: "在没有加载项时打开过的 =SALES 公式会显示 #NAME?，此操作将重新输入这些公式。",
    button: "修复",
    done: (count) => (count === 0 ? "没有需要修复的公式。" : `已重新输入 ${count.toLocaleString("zh-CN")} 个公式。`),
  },
  anonymise: {
    title: "移除个人信息",
    what: "人名替换为“人员 1”“人员 2”等，同一个人始终用同一编号；电子邮箱和电话也会被替换。只更改 Salesbook 生成的工作表。",
    button: "移除姓名、邮箱和电话",
    confirm: "从此工作簿移除个人信息？",
    warning: "此操作直接更改工作簿，且无法撤销。请先保存副本（文件 > 另存为），在副本中操作。",
    columns: "负责人、联系人、经理、线索和销售人员的姓名、电子邮箱和电话号码将被替换。没有对应字段的列和您自己填写的文字不会检查姓名。",
    word: "人员",
    done: ({ names, emails, phones }) =>
      names + emails + phones === 0 ? "没有找到姓名、电子邮箱或电话号码。发送文件前，请查看没有对应字段的列。" : `已替换：${names.toLocaleString("zh-CN")} 个姓名、${emails.toLocaleString("zh-CN")} 个电子邮箱、${phones.toLocaleString("zh-CN")} 个电话号码。发送文件前，请查看您填写的备注。`,
  },
};
