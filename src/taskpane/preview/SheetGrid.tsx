// A sheet as a table of cells on a grid, with its charts over the cells they cover.

import { makeStyles, Link } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import type { Rectangle, SheetPlan } from "../../sheets/plan";
import type { Edge } from "../../sheets/theme";
import type { Text } from "../../text/en";
import { Chart } from "./Chart";
import { colours, drawnSheet, type DrawnCell, type DrawnSheet, type Mark } from "./drawn";
import type { Book } from "./shown";

const useStyles = makeStyles({
  frame: { overflow: "auto", maxHeight: "72vh", backgroundColor: "white", colorScheme: "light", padding: "16px", boxSizing: "border-box" },
  grid: { display: "grid", width: "max-content", position: "relative", fontFamily: "Calibri, Carlito, 'Segoe UI', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif", fontSize: "14px" },
  row: { display: "contents" },
  cell: { display: "flex", minWidth: 0, boxSizing: "border-box", lineHeight: 1.25, padding: "1px 4px", whiteSpace: "nowrap", overflow: "hidden", textAlign: "start", fontWeight: "inherit" },
  chart: { zIndex: 2, padding: "2px", boxSizing: "border-box" },
});

interface Props {
  readonly sheet: SheetPlan;
  readonly book: Book;
  readonly text: Text;
  goTo(sheet: string): void;
}

export function SheetGrid({ sheet, book, text, goTo }: Props) {
  const styles = useStyles();
  const drawn = drawnSheet(sheet, book);
  const lines = new Map(drawn.rows.map(({ row }, index) => [row, index + 1]));
  const layout: CSSProperties = {
    gridTemplateColumns: drawn.widths.map((width) => `${width}px`).join(" "),
    gridTemplateRows: drawn.rows.map(({ height }) => `minmax(${height}px, auto)`).join(" "),
  };
  return (
    <div className={styles.frame} role="region" aria-label={text.pane.done.sheet(sheet.name)} tabIndex={0}>
      {drawn.cut.map(({ table, shown }) => <p key={table.name}>{text.pane.done.firstRows(shown, table.rows)}</p>)}
      <div className={styles.grid} style={layout}>
        <div role="table" aria-label={sheet.name} aria-colcount={drawn.widths.length} className={styles.row}>
          {drawn.rows.map(({ row, cells }) => cells.length > 0 && (
            <div role="row" key={row} aria-rowindex={row + 1} className={styles.row}>
              {cells.map((cell, index) => (
                <Cell key={cell.column} cell={cell} mark={drawn.marks.get(cell)} line={lines.get(row) ?? 1} free={isFree(cell, cells[index + 1])} goTo={goTo} />
              ))}
            </div>
          ))}
        </div>
        {sheet.charts.map((chart) => {
          const { width, height, place } = chartPlace(chart.area, drawn, lines);
          return <div key={chart.name} className={styles.chart} style={place}><Chart chart={chart} book={book} width={width} height={height} text={text} /></div>;
        })}
      </div>
    </div>
  );
}

interface CellProps {
  readonly cell: DrawnCell;
  readonly mark: Mark | undefined;
  readonly line: number;
  /** The cell to the right is empty, so long text runs on. */
  readonly free: boolean;
  goTo(sheet: string): void;
}

function Cell({ cell, mark, line, free, goTo }: CellProps) {
  const styles = useStyles();
  const { linkToSheet, text, formula } = cell;
  return (
    <div
      role={cell.header ? "columnheader" : "cell"}
      aria-colindex={cell.column + 1}
      className={styles.cell}
      style={styleOfCell(cell, mark, line, free)}
      title={formula === null ? undefined : `=${formula}`}
    >
      {mark?.icon && <span aria-hidden style={{ marginInlineEnd: "auto", fontSize: 11 }}>{mark.icon}</span>}
      {linkToSheet === null ? text : <Link as="button" onClick={() => goTo(linkToSheet)} style={{ font: "inherit" }}>{text}</Link>}
    </div>
  );
}

function styleOfCell(cell: DrawnCell, mark: Mark | undefined, line: number, free: boolean): CSSProperties {
  const { style, column, across, down } = cell;
  const { colour, fill, bold } = colours(cell, mark);
  return {
    gridColumn: `${column + 1} / span ${across}`,
    gridRow: `${line} / span ${down}`,
    color: colour,
    background: mark?.bar ? barOf(mark.bar.part, mark.bar.colour, fill) : (fill ?? undefined),
    fontSize: `${(style.size * 4) / 3}px`,
    fontWeight: bold ? 600 : 400,
    fontStyle: style.italic ? "italic" : "normal",
    alignItems: style.vertical === "top" ? "flex-start" : "center",
    justifyContent: style.horizontal === "right" ? "flex-end" : style.horizontal === "center" ? "center" : "flex-start",
    paddingInline: `${4 + style.indent * 8}px`,
    borderTop: borderOf(style.top),
    borderBottom: borderOf(style.bottom),
    borderLeft: borderOf(style.left),
    borderRight: borderOf(style.right),
    ...(style.wrap ? { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } : { textOverflow: "ellipsis" }),
    ...(free && !style.wrap && style.horizontal === "left" ? { overflow: "visible", zIndex: 1 } : {}),
  };
}

function barOf(part: number, colour: string, fill: string | null): string {
  const end = `${(part * 100).toFixed(1)}%`;
  const rest = fill ?? "transparent";
  return `linear-gradient(90deg, ${colour}55 ${end}, ${rest} ${end})`;
}

function borderOf(edge: Edge | null): string | undefined {
  return edge === null ? undefined : `${edge.weight === "medium" ? 2 : 1}px solid ${edge.colour}`;
}

function isFree(cell: DrawnCell, next: DrawnCell | undefined): boolean {
  return next === undefined || next.column > cell.column + cell.across;
}

function chartPlace(area: Rectangle, drawn: DrawnSheet, lines: ReadonlyMap<number, number>) {
  const covered = drawn.rows.filter(({ row }) => row >= area.top && row <= area.bottom);
  const first = covered[0]?.row ?? area.top;
  return {
    width: drawn.widths.slice(area.left, area.right + 1).reduce((sum, width) => sum + width, 0),
    height: covered.reduce((sum, { height }) => sum + height, 0),
    place: {
      gridColumn: `${area.left + 1} / ${area.right + 2}`,
      gridRow: `${lines.get(first) ?? 1} / span ${Math.max(1, covered.length)}`,
    },
  };
}
