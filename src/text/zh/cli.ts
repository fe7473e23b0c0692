import type { Text } from "../en";

export const cli: Text["cli"] = {
  usage: `用法：
  salesbook inspect 文件... [--json]
  salesbook metrics 文件... [--as-of YYYY-MM-DD] [--json]
  salesbook build   文件... -o 工作簿.xlsx [--as-of YYYY-MM-DD] [--lang en|zh-CN]
                    [--sheets 名称,名称…|all] [--template 名称|文件.json] [--print] [--twins]
  salesbook refresh 工作簿.xlsx 文件... [-o 新工作簿.xlsx] [build 的选项] [--drop-sheets]
  salesbook rollup  文件... -o 汇总.json [--as-of YYYY-MM-DD] [--for 工作簿.xlsx]
  salesbook templates list [--lang en|zh-CN]
  salesbook templates write 名称|文件.json -o 工作簿.xlsx [--lang en|zh-CN] [--as-of YYYY-MM-DD]
  salesbook templates save 工作簿.xlsx -o 名称.json [--title 标题]

“文件”为路径；若您知道内容，可写成 对象=路径：
  deal, lead, account, activity, stageMove, spend, order, survey, rep
也可以是汇总文件（.json）；超过一张工作表的数据可以是文件夹、带引号的匹配式（"deals/*.parquet"）、
.parquet、.json、.ndjson 或 .gz。数据库可与“文件”并用，也可代替它：
  --source clickhouse://用户@主机:8123/数据库 | postgres://用户@主机:5432/数据库
  --deal 表名 [--lead|--account|--activity|--stage-move|--order|--spend|--survey|--rep 表名] [--timeout 秒数]
密码放在环境变量 SALESBOOK_PASSWORD 中。

选项：
  --as-of 日期         统计到这一天；不写则为今天
  --lang en|zh-CN      工作簿和提示的语言
  --template           新工作簿中各表单的内容：现成的模板（templates list），或自己的模板
  --twins              把自定义函数作为名称写入工作簿，用于 Microsoft 365 和 Excel 2024
  --print              同时以文本打印工作簿
  --json               打印 JSON，供程序使用
  --drop-sheets        刷新时舍弃无法保留的内容
  --for 工作簿.xlsx    包含该工作簿的设置所需的数字
  --timeout 秒数       数据库执行一条语句的最长时间；不写则为 600 秒
  --title 标题         模板的名称

--sheets 的工作表（不写则按数据选择）：
  dashboard, review, goals, funnel, gates, win-loss, history, scoring, scoring-review, journey, health, loyalty, value,
  team, coaching, bonus, quality, comparison, together, roadmap`,
  seeUsage: "全部命令和选项：npx salesbook --help --lang zh-CN",
  unknownOption: (option) => `没有选项 ${option}。`,
  notTaken: (option, command, others) => `${option} 对 ${command} 不起作用，只用于 ${others}。`,
  needsValue: (option) => `${option} 后面要写一个值。`,
  noValue: (option) => `${option} 后面不能写值。`,
  templates: {
    usage: "请写：salesbook templates list、salesbook templates write 名称 -o 工作簿.xlsx，或 salesbook templates save 工作簿.xlsx -o 名称.json",
    noSuch: (name, names) => `没有名为“${name}”的模板。请从 ${names} 中选择，或给出以 .json 结尾的文件。`,
    notJson: (path) => `模板文件名必须以 .json 结尾：${path}`,
  },
  unknownCommand: (name) => `没有“${name}”命令。请使用 inspect、metrics、build、refresh、rollup 或 templates。`,
  noFiles: "请至少指定一个要读取的文件。",
  nothingToRefresh: "请指定要刷新的工作簿和至少一个新的导出文件：salesbook refresh 工作簿.xlsx 文件...",
  noOutput: "请指定工作簿的保存位置：-o 工作簿.xlsx",
  notXlsx: (path) => `工作簿名称必须以 .xlsx 结尾：${path}`,
  givenTwice: (option) => `${option} 只能给出一次。`,
  badDay: (text) => `“${text}”不是日期。请写成 2026-11-23。`,
  oldNode: (version) => `Salesbook 需要 Node.js 20.19 或更高版本，当前为 ${version}。请从 nodejs.org 安装。`,
  mayNotFit: (limit, wanted) => `这些文件可能超出 Node.js 允许的内存（${limit} MB）。如以“heap out of memory”结束，则未写入任何内容；请设置 NODE_OPTIONS=--max-old-space-size=${wanted} 后重试。`,
  wrongClock: (day) => `此电脑的时钟显示 ${day}，不可能正确。请校准时钟，或用 --as-of YYYY-MM-DD 指定日期。`,
  goesBack: (day, before) => `工作簿的统计日为 ${before}，晚于今天（此电脑的时钟为 ${day}）：工作簿将回到较早的日期。如需其他日期：--as-of YYYY-MM-DD。`,
  badChoice: (option, text, allowed) => `${option} 不能是“${text}”。可选：${allowed}。`,
  badObject: (text, allowed) => `“${text}”不是表的类型。可选：${allowed}。`,
  cannotOpen: (path, why) => `无法打开 ${path}：${why}。`,
  missingFile: "文件不存在",
  isFolder: "这是一个文件夹",
  missingFolder: "没有这个文件夹",
  notAFile: "这是管道或设备，不是文件",
  mayNotRead: "您没有读取权限，请联系其所有者",
  isOpen: "已在其他程序中打开，请先在那里关闭再重试",
  linksInCircle: "这个链接指向它自己",
  nameTooLong: "文件名太长",
  tooLarge: "文件大到程序无法读取，多半不是所需的文件",
  tooManyOpen: "打开的文件太多，请关闭其他程序后重试",
  diskFault: (code) => `磁盘或网络没有响应（${code}），请检查连接后重试`,
  problem: {
    empty: (file) => `${file} 是空的。请重新导出，并包含表头。`,
    "not-a-table": (file) => `${file} 中没有找到表格。请连同表头一起复制单元格，或导出为 CSV 或 Excel 后重试。`,
    "no-rows": (file, row, header) => `${file}：已读取第 ${row} 行的表头（${header}），但下面没有数据行。请检查导出的筛选条件。`,
    packed: (file) => `${file} 是压缩文件。请先解压，再指定其中的文件；.csv、.tsv、.txt 和 .json 可以用 gzip 压缩，文件名以 .gz 结尾。`,
    "not-readable": (file) => `无法读取 ${file}：文件已损坏或有密码保护。请另存一份不加密的副本，或重新导出。`,
    "too-large": (file) => `${file} 超过 400 MB，或解压后超过 400 MB。请减少导出的列或缩短时间段，或导出为 CSV（大小不限）。`,
    "too-long": (file) => `${file} 超过 1,048,575 行。请导出为 CSV（行数不限）。`,
    "too-wide": (file) => `${file} 超过 16,384 列，即一张工作表的上限。请只导出需要的列。`,
    "too-deep": (file) => `${file} 的网页元素嵌套超过 1,000 层。请只保存表格。`,
    "too-many-cells": (file) => `${file} 超过 5,000 万个单元格。请减少导出的列，并删除表格旁边和下方的内容。`,
    "unknown-encoding": (file) => `${file} 不是 UTF-8 编码，而此 Node.js 不能读取其他编码（未带完整的 ICU）。请从 nodejs.org 安装 Node.js，或将文件另存为“CSV UTF-8”。`,
  },
  unsure: (file, object, words, headers, row) => `${file}：从第 ${row} 行的表头（${headers}）看不出每行是什么。请指明，例如 ${object}=${file}（可用 ${words}）。`,
  nothingKnown: (file, headers, row) => `${file}：第 ${row} 行的列（${headers}）都无法识别。请用 CRM 常用的列名，例如 金额、阶段、结单日期。`,
  isRollup: (file) => `${file} 是汇总文件。请另存为以 .json 结尾的文件名，再指明该文件。`,
  isLock: (file, book) => `${file} 只表示 ${book} 已在其他程序中打开。请改为指明 ${book}。`,
  asProducts: (file, count) => `${file}：${count} 个产品的清单，用于核对商机的产品。`,
  recognised: (file, what, matched, columns, percent) => `${file}：${what}，识别 ${matched}/${columns} 列（把握 ${percent}%）`,
  rows: (read, kept, reported) => `  表中 ${read.toLocaleString("zh-CN")} 行：保留 ${kept.toLocaleString("zh-CN")} 行，剔除 ${reported.toLocaleString("zh-CN")} 行`,
  countedAs: {
    won: (stages) => `  计为赢单：${stages}`,
    lost: (stages) => `  计为输单：${stages}`,
    open: (stages) => `  计为进行中：${stages}`,
  },
  noStage: "无",
  source: (encoding, delimiter, row) => `  ${encoding}，${delimiter}，表头在第 ${row} 行`,
  headerIn: (row) => `  表头在第 ${row} 行`,
  delimiters: { tab: "以制表符分隔", other: (sign) => `以“${sign}”分隔` },
  fieldFrom: (field, column) => `  ${field} ← ${column}`,
  more: (count) => `  … 另有 ${count} 条`,
  noticed: (file) => `${file}：以下情况可能影响数字：`,
  asOf: (day) => `统计日 ${day}`,
  aDay: (money) => `每天 ${money}`,
  why: (reason) => `–（${reason}）`,
  twins: "工作簿带有 SALES_LTV 等名称形式的自定义函数，适用于 Microsoft 365 和 Excel 2024。",
  built: (path, sheets) => `已写入 ${path}：${sheets}。`,
  keptTyped: (path) => `${path} 中填写的内容已保留。`,
  sheetsStay: (sheets) => `以下工作表含有填写的内容，因此保留：${sheets}。`,
  notBrought: (tables) => `以下数据不在所给文件中，因此工作簿中不再包含：${tables}。如需恢复，请一并给出其导出文件。`,
  keptSheets: (sheets) => `您自己的工作表已保留：${sheets}。`,
  cannotCarry: (path) => `${path} 中有您自己的内容会丢失或不再可用：`,
  dropSheets: "未写入任何内容。请从工作簿中删除这些内容，或加上 --drop-sheets，不带上述内容继续。",
  nothingWritten: "未写入任何内容。",
  leftBehind: "按 --drop-sheets 的要求未带入：",
  wholeBook: "工作簿",
  refusals: {
    macros: () => "宏",
    queries: () => "数据连接、查询或数据模型",
    slicers: () => "切片器或日程表",
    controls: () => "按钮或其他表单控件",
    embedded: () => "嵌入的文件",
    pivot: () => "数据透视表",
    kind: (what) => `其他类型的工作表（${what}）`,
    unknown: (what) => `无法识别的部件（${what}）`,
    strict: () => "以“Strict Open XML”格式保存。请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”后重试",
    dates1904: () => "使用 1904 日期系统。请在 Excel 选项中关闭，检查日期后重试",
    lost: (what) => `使用了 ${what}，新的工作簿中没有它`,
    formula: (what) => `您的公式使用了 ${what}，新的工作簿中没有它：仅保留结果`,
    sheetTaken: () => "与 Salesbook 需要的工作表同名。请改名后重试",
    tableTaken: (what) => `其中的表 ${what} 与 Salesbook 需要的表同名。请给表改名后重试`,
    gone: () => "不再生成，但其中有您的图表、图片或批注",
    comments: (what) => `批注（${what}）所在的行不在新的导出文件中`,
  },
  notOurs: (path) => `${path} 已存在，且不是 Salesbook 生成的。请用 -o 换一个名称。`,
  damaged: (path) => `${path} 已损坏，缺少部分内容。请用 Excel 打开并让其修复，核对您填写的内容后保存，再重试。未写入任何内容。`,
  notABook: (path) => `${path} 不是 Salesbook 生成的。请先生成工作簿：salesbook build 文件... -o 工作簿.xlsx`,
  isThere: (path) => `${path} 已存在。请用 -o 换一个名称。`,
  isLocked: "文件为只读，或已在其他程序中打开；请先在那里关闭，或用 -o 换一个名称",
  lockedFolder: "所在文件夹为只读，请用 -o 换一个文件夹",
  diskFull: "磁盘已满，请腾出空间后重试",
  changedMeanwhile: "其他程序或另一次运行刚刚写入了它，请重新运行命令",
  openElsewhere: (lock) => `它已在其他程序中打开（旁边有 ${lock}）；请在那里保存并关闭后重试；若无人打开，请删除 ${lock}`,
  noOutputLeft: (why) => `无法输出结果：${why}。`,
  cannotWrite: (path, why) => `无法写入 ${path}：${why}。原文件未改动。`,
  writing: (done, total) => `正在写入：${done} / ${total} 行`,
  unexpected: (said) => `这是 Salesbook 自身的错误，与您的文件无关：${said}。您的文件均未改动。请将这一行和您输入的命令告知我们。`,
};
