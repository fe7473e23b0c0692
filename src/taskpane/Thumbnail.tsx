// A small picture of each sheet, drawn in the colours of the pane.

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ChosenSheet } from "../sheets/chosen";

const useStyles = makeStyles({
  paper: { display: "block", width: "100%", height: "auto", backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, boxSizing: "border-box" },
});

const ink = tokens.colorBrandBackground;
const pale = tokens.colorNeutralStroke1;
const warm = tokens.colorPaletteMarigoldBackground3;

/** 96 × 60 units. */
export function Thumbnail({ sheet }: { readonly sheet: ChosenSheet }) {
  const styles = useStyles();
  return <svg viewBox="0 0 96 60" className={styles.paper} aria-hidden focusable="false">{drawings[sheet] ?? list}</svg>;
}

const list = [10, 22, 34, 46].map((y, at) => [<Rectangle key={`name ${y}`} x={8} y={y} width={18} height={5} fill={ink} />, <Rectangle key={y} x={32} y={y} width={56 - at * 9} height={5} fill={pale} />]);

const drawings: Readonly<Partial<Record<ChosenSheet, ReactNode>>> = {
  dashboard: (
    <>
      {[8, 36, 64].map((x) => <Rectangle key={x} x={x} y={8} width={24} height={12} fill={pale} />)}
      {[10, 16, 13, 22, 26].map((height, at) => <Rectangle key={height} x={8 + at * 9} y={52 - height} width={6} height={height} fill={ink} />)}
      <circle cx={72} cy={39} r={9} fill="none" stroke={pale} strokeWidth={6} />
      <circle cx={72} cy={39} r={9} fill="none" stroke={warm} strokeWidth={6} strokeDasharray="20 57" transform="rotate(-90 72 39)" />
    </>
  ),
  goals: (
    <>
      {[56, 34, 68, 20].map((width, at) => [
        <Rectangle key={`all ${width}`} x={8} y={9 + at * 12} width={80} height={6} fill={pale} />,
        <Rectangle key={width} x={8} y={9 + at * 12} width={width} height={6} fill={at === 3 ? warm : ink} />,
      ])}
    </>
  ),
  funnel: (
    <>
      {[80, 62, 40, 26].map((width, at) => <Rectangle key={width} x={48 - width / 2} y={7 + at * 12} width={width} height={9} fill={at === 2 ? warm : ink} />)}
    </>
  ),
  journey: (
    <>
      <path d="M8 22 C 20 8, 28 10, 36 22 S 52 44, 62 34 S 80 10, 88 14" fill="none" stroke={ink} strokeWidth={3} strokeLinecap="round" />
      {[[8, 22], [36, 22], [57, 37], [88, 14]].map(([x, y]) => <circle key={x} cx={x} cy={y} r={3.5} fill={warm} />)}
      {[8, 29, 50, 71].map((x) => <Rectangle key={x} x={x} y={48} width={17} height={5} fill={pale} />)}
    </>
  ),
};

function Rectangle(props: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string }) {
  return <rect rx={1.5} {...props} />;
}
