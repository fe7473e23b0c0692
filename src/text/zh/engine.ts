import type { EngineText } from "../engine";

const noPassword = "密码不应写在命令行中，其他程序和历史记录都能读到。请放入环境变量 SALESBOOK_PASSWORD（PostgreSQL 也可用 PGPASSWORD 或 ~/.pgpass，ClickHouse 也可用 CLICKHOUSE_PASSWORD），并从这里删去。";

export const engine: EngineText = {
  noTables: "请指明数据库中哪张表是商机：--deal 表名（另有 --lead、--account、--activity、--stage-move、--order、--spend、--survey、--rep）。",
  noSource: (option) => `${option} 指定的是数据库中的表。请指明数据库：--source clickhouse://用户@主机:8123/数据库 或 postgres://用户@主机:5432/数据库。`,
  noPassword,
  source: {
    scheme: (found) => `${found === "" ? "数据库地址没有说明类型" : `不支持“${found}://”这种数据库`}。请写成 clickhouse://用户@主机:8123/数据库 或 postgres://用户@主机:5432/数据库。`,
    address: () => "无法识别数据库地址。请写成 clickhouse://用户@主机:8123/数据库 或 postgres://用户@主机:5432/数据库。",
    password: () => noPassword,
    option: (found) => `数据库地址中有无法识别的选项：${found}。可用 tls、timeout、ca 和 host。`,
    "option-value": (found) => `数据库地址中选项 ${found} 的值不合适：tls=on 或 tls=off，timeout 为秒数，ca 为文件，host 为套接字所在文件夹。`,
  },
  tlsOff: (place) => `${place}：按地址的要求，连接未加密。读取的内容在网络上可被任何人看到。`,
  near: (names) => `您要找的是 ${names} 吗？`,
  urlIsNoFile: "数据库地址不是文件。请用 --source 指定地址，用 --deal 指定表名。",
  notJson: (path) => `汇总文件名必须以 .json 结尾：${path}`,
  noRollupOutput: "请指定汇总文件的保存位置：-o 汇总.json",
  badSeconds: (text) => `“${text}”不是秒数。请写成 --timeout 600。`,
  tooLong: (path, rows) => `${path} 的行数超过一张工作表的上限（${rows.toLocaleString("en")}），由 DuckDB 汇总。`,
  through: (path, engine) => `${path}：由 ${engine} 读取。`,
  grouped: (place, what, records, rows) => `${place}：${what}，${records.toLocaleString("en")} 条记录汇总为 ${rows.toLocaleString("en")} 行。`,
  openGrouped: (place) => `${place}：进行中的商机太多，无法逐条保留，因此也作了汇总。涉及单个商机的部分会说明已省略。`,
  leftOut: (place, columns) => `${place}：以下列的取值太多，无法用于汇总，已省略：${columns}。`,
  asking: (questions) => `正在查询 ${questions.toLocaleString("en")} 个无法由汇总得出的数字（例如中位数）…`,
  reading: (place, read, total) => (total === null ? `${place}：已读取 ${read.toLocaleString("en")} 行` : `${place}：已读取 ${total.toLocaleString("en")} 行的 ${Math.floor((100 * read) / total)}%`),
  wrote: (path, tables, day) => `已写入 ${path}：${tables}，统计日 ${day}。`,
  rows: (what, records) => `${what} ${records.toLocaleString("en")} 条`,
  fromRollup: (file, engine, place, at, records) => `${file}：${records.toLocaleString("en")} 条记录的汇总，由 ${engine} 于 ${at} ${place === "" ? "" : `从 ${place} `}生成。`,
  older: (file, newer) => `${file} 未使用：${newer} 更新。`,
  twice: (object, first, second) => `${first} 和 ${second} 都是${object}，其中至少一个是汇总：两个来源的汇总无法合并。请用“deals/*.csv”这样的写法把文件作为一个整体，或在数据库中建立包含两者的视图。`,
  unanswered: "多次查询后仍有数字没有结果。未写入任何内容。",
  problems: {
    unreachable: (place, detail) => `无法连接 ${place}${inBrackets(detail)}。请检查主机和端口，以及网络（VPN、防火墙）是否允许。`,
    refused: (place, detail) => `${place} 拒绝连接${inBrackets(detail)}。请检查端口，以及服务器是否在运行。`,
    password: (place, detail) => `${place} 不允许该用户登录${inBrackets(detail)}。请检查地址中的用户名和 SALESBOOK_PASSWORD 中的密码。`,
    tls: (place, detail) => `无法与 ${place} 建立安全连接${inBrackets(detail)}。服务器须提供 TLS，且证书受本机信任；公司自有证书可用 NODE_EXTRA_CA_CERTS 指定。`,
    "no-database": (place, detail) => `${place}：没有这个数据库${inBrackets(detail)}，或该用户无权查看。`,
    "no-table": (place, detail) => `${place}：没有这张表${inBrackets(detail)}，或该用户无权查看。`,
    "no-column": (place, detail) => `${place}：需要的列已不存在${inBrackets(detail)}。请检查该表后重试。`,
    "time-out": (place, detail) => `${place} 用时过长，已停止${inBrackets(detail)}。请用 --timeout 秒数 延长时间，或改用较小的表或视图。`,
    lost: (place, detail) => `与 ${place} 的连接中途断开${inBrackets(detail)}。请重试。`,
    "too-many-rows": (place, detail) => `${place} 返回的行数超过上限${inBrackets(detail)}。请改用取值较少的视图，或去掉不需要的列。`,
    "disk-full": (place, detail) => `${place}：磁盘已满${inBrackets(detail)}。请腾出空间（DuckDB 写入系统临时文件夹）后重试。`,
    "no-memory": (place, detail) => `${place}：内存不足${inBrackets(detail)}。请关闭其他程序、放宽服务器的限制，或改用较小的表或视图。`,
    "not-allowed": (place, detail) => `${place}：该用户无权读取${inBrackets(detail)}。只需授予该表的 SELECT 权限。`,
    "shard-missing": (place, detail) => `${place}：集群中有一部分没有响应${inBrackets(detail)}。只加总其余部分会得出错误的数字，因此没有结果。请待其恢复后重试。`,
    "no-file": (place) => `没有文件符合 ${place}。请检查文件夹，并给匹配式加上引号。`,
    "empty-folder": (place) => `文件夹 ${place} 中没有表格。请放入 CSV、TSV、Parquet 或 JSON 文件，或指定其他文件夹。`,
    "mixed-files": (place, detail) => `${place} 包含多种格式的文件${inBrackets(detail)}。请只指定一种格式，例如 "deals/*.parquet"。`,
    "unreadable-file": (place, detail) => `无法将 ${place} 作为表格读取${inBrackets(detail)}。请检查文件是否完整，以及扩展名：.csv、.tsv、.txt、.parquet、.json 或 .ndjson，其后可加 .gz。`,
    "no-rows": (place, detail) => `${place} 只有列${inBrackets(detail)}，没有记录。请检查导出时的筛选条件。`,
    statement: (place, detail) => `${place} 不接受该语句${inBrackets(detail)}。如果其版本受支持，请告知我们。`,
  },
  files: "本机文件",
  nothingWritten: "未写入任何内容。",
};

function inBrackets(detail: string): string {
  return detail === "" ? "" : `（${detail}）`;
}
