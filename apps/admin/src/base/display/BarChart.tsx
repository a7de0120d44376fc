import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactElement } from 'react';
import { dark, light, screenFont, stepColours, type BarColour } from '../theme/tokens.ts';

register([Bars, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** One series of bars: its name and a value per row. */
export interface BarSeries {
  readonly name: string;
  readonly values: readonly number[];
}

/** The width of a number on its bar, and of the names before the bars, in pixels. */
const numberWidth = 24;
const namesWidth = 110;

/**
 * Stacked bars, a row each, with their numbers where there is room. The series are the steps towards a goal, at most
 * six, the last one being the goal. Always shown with a table of the same numbers: `label` describes the chart, the
 * table has the values.
 */
export default function BarChart(props: {
  readonly label: string;
  readonly rows: readonly string[];
  readonly series: readonly BarSeries[];
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const { mode } = useTheme().palette;
  const { rows, series } = props;
  useEffect(() => {
    if (place.current === null) return undefined;
    const tokens = mode === 'dark' ? dark : light;
    const colours: readonly BarColour[] = stepColours[mode].slice(-series.length);
    const longest = Math.max(
      1,
      ...rows.map((_, row) => series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0)),
    );
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      color: colours.map(({ bar }) => bar),
      textStyle: { fontFamily: screenFont, color: tokens.text },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      legend: {
        type: 'scroll',
        top: 0,
        left: 0,
        right: 0,
        pageTextStyle: { color: tokens.text },
        textStyle: { color: tokens.text },
      },
      tooltip: {
        trigger: 'axis',
        // Drawn, not written as HTML: the page's policy accepts no styles in attributes.
        renderMode: 'richText',
        axisPointer: { type: 'shadow' },
        backgroundColor: tokens.surface,
        borderColor: tokens.rule,
        textStyle: { color: tokens.text },
      },
      xAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: tokens.secondary },
        splitLine: { lineStyle: { color: tokens.rule } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [...rows],
        axisLabel: { color: tokens.text },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tokens.rule } },
      },
      series: series.map((each, step) => ({
        type: 'bar' as const,
        stack: 'all',
        name: each.name,
        data: [...each.values],
        barMaxWidth: 20,
        label: {
          show: true,
          fontSize: 12,
          color: colours[step]?.text,
          formatter: ({ value }: { readonly value: unknown }) =>
            (Number(value) / longest) * (chart.getWidth() - namesWidth) < numberWidth ? '' : String(value),
        },
        itemStyle: { borderColor: tokens.surface, borderWidth: 1 },
      })),
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [mode, rows, series]);
  return <Box ref={place} role="img" aria-label={props.label} sx={{ width: '100%', height: 72 + rows.length * 28 }} />;
}
