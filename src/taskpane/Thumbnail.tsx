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
  return <svg viewBox="0 0 96 60" className={styles.paper} aria-hidden focusable="false">{drawings[sheet]}</svg>;
}

const drawings: Readonly<Record<ChosenSheet, ReactNode>> = {
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
  review: (
    <>
      <Rectangle x={28} y={5} width={40} height={50} fill={pale} />
      {[11, 19, 27].map((y) => <Rectangle key={y} x={33} y={y} width={30} height={3} fill={ink} />)}
      {[35, 43].map((y) => [<circle key={`dot ${y}`} cx={35} cy={y + 2} r={2} fill={warm} />, <Rectangle key={y} x={40} y={y} width={23} height={3} fill={ink} />])}
    </>
  ),
  gates: (
    <>
      <Rectangle x={8} y={28} width={80} height={4} fill={pale} />
      {[20, 48, 76].map((x, at) => <Rectangle key={x} x={x - 3} y={14} width={6} height={32} fill={at === 1 ? warm : ink} />)}
      {[34, 62].map((x) => <circle key={x} cx={x} cy={30} r={4} fill={ink} />)}
    </>
  ),
  winLoss: (
    <>
      {[34, 22, 12].map((width, at) => [
        <Rectangle key={`won ${width}`} x={48 - width} y={10 + at * 15} width={width} height={9} fill={ink} />,
        <Rectangle key={width} x={49} y={10 + at * 15} width={width * 0.7} height={9} fill={warm} />,
      ])}
    </>
  ),
  history: (
    <>
      {[0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3, 4].map((column) => (
        <Rectangle key={`${row} ${column}`} x={10 + column * 16} y={7 + row * 12} width={13} height={9} fill={column === row ? pale : column > row ? (column === row + 1 ? ink : pale) : warm} />
      )))}
    </>
  ),
  scoring: (
    <>
      {[68, 54, 40, 22].map((width, at) => [<circle key={`grade ${width}`} cx={13} cy={12 + at * 12} r={4} fill={at < 2 ? warm : pale} />, <Rectangle key={width} x={22} y={9 + at * 12} width={width * 0.95} height={6} fill={ink} />])}
    </>
  ),
  scoringReview: (
    <>
      {[8, 12, 18, 27, 38].map((height, at) => <Rectangle key={height} x={10 + at * 16} y={52 - height} width={11} height={height} fill={at > 2 ? warm : ink} />)}
      <path d="M8 44 L88 8" stroke={pale} strokeWidth={2} strokeDasharray="4 3" fill="none" />
    </>
  ),
  health: (
    <>
      <circle cx={32} cy={30} r={16} fill="none" stroke={pale} strokeWidth={9} />
      <circle cx={32} cy={30} r={16} fill="none" stroke={ink} strokeWidth={9} strokeDasharray="62 101" transform="rotate(-90 32 30)" />
      <circle cx={32} cy={30} r={16} fill="none" stroke={warm} strokeWidth={9} strokeDasharray="16 101" transform="rotate(150 32 30)" />
      {[16, 27, 38].map((y, at) => <Rectangle key={y} x={60} y={y} width={28 - at * 7} height={5} fill={at === 2 ? warm : ink} />)}
    </>
  ),
  loyalty: (
    <>
      {[5, 4, 3, 2, 1].map((cells, row) => Array.from({ length: cells }, (_, column) => (
        <Rectangle key={`${row} ${column}`} x={12 + column * 15} y={6 + row * 10} width={13} height={8} fill={column === 0 ? ink : column > 2 ? pale : warm} />
      )))}
    </>
  ),
  value: (
    <>
      {[36, 26, 17, 11, 7, 5].map((height, at) => <Rectangle key={height} x={9 + at * 14} y={52 - height} width={10} height={height} fill={ink} />)}
      <path d="M14 30 Q 40 10 88 8" stroke={warm} strokeWidth={3} fill="none" />
    </>
  ),
  team: (
    <>
      {[62, 50, 36].map((width, at) => [
        <circle key={`head ${width}`} cx={14} cy={12 + at * 17} r={4} fill={ink} />, <Rectangle key={`body ${width}`} x={8} y={17 + at * 17} width={12} height={4} fill={ink} />,
        <Rectangle key={width} x={26} y={11 + at * 17} width={width} height={7} fill={at === 0 ? warm : pale} />,
      ])}
    </>
  ),
  coaching: (
    <>
      {["S", "P", "I", "N"].map((letter, at) => [
        <Rectangle key={`box ${letter}`} x={8 + at * 21} y={9} width={17} height={17} fill={at === 2 ? warm : ink} />,
        <Rectangle key={letter} x={8 + at * 21} y={31} width={17} height={4} fill={pale} />, <Rectangle key={`more ${letter}`} x={8 + at * 21} y={39} width={12} height={4} fill={pale} />,
      ])}
    </>
  ),
  bonus: (
    <>
      {[48, 36, 54].map((width, at) => [
        <Rectangle key={`base ${width}`} x={8} y={9 + at * 16} width={width * 0.9} height={10} fill={ink} />, <Rectangle key={width} x={8 + width * 0.9} y={9 + at * 16} width={16} height={10} fill={at === 1 ? pale : warm} />,
      ])}
    </>
  ),
  quality: (
    <>
      {[0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => (
        <Rectangle key={`${row} ${column}`} x={10 + column * 20} y={8 + row * 12} width={16} height={8} fill={row + column === 3 && row > 0 ? warm : row === 0 ? ink : pale} />
      )))}
    </>
  ),
  comparison: (
    <>
      {[26, 18, 34].map((height, at) => [<Rectangle key={height} x={14 + at * 26} y={50 - height} width={16} height={height} fill={at === 1 ? warm : ink} />, <circle key={`on ${height}`} cx={22 + at * 26} cy={44 - height} r={2.5} fill={pale} />])}
    </>
  ),
  together: (
    <>
      {[[22, 18], [74, 18], [22, 44], [74, 44]].map(([x = 0, y = 0]) => <path key={`${x} ${y}`} d={`M48 31 L${x} ${y}`} stroke={pale} strokeWidth={3} />)}
      {[[22, 18], [74, 18], [22, 44], [74, 44]].map(([x, y]) => <circle key={`${x} ${y}`} cx={x} cy={y} r={8} fill={ink} />)}
      <circle cx={48} cy={31} r={9} fill={warm} />
    </>
  ),
  roadmap: (
    <>
      {[[8, 30], [26, 28], [44, 22], [58, 30]].map(([x = 0, width = 0], at) => <Rectangle key={x} x={x} y={9 + at * 12} width={width} height={7} fill={at === 1 ? warm : ink} />)}
      <path d="M50 5 V56" stroke={pale} strokeWidth={2} />
    </>
  ),
};

function Rectangle(props: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string }) {
  return <rect rx={1.5} {...props} />;
}
