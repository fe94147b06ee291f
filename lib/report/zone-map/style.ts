/** The look of the map. Each kind of line has a pattern beside its colour. */
export const MAP_STYLE = `
.map { overflow: auto; border: 1px solid var(--line); border-radius: .3rem; max-height: 80vh; }
.map svg { display: block; margin: 12px; }
.map.fit { max-height: none; }
.map.fit svg { width: calc(100% - 24px); height: auto; }
.map text { font: 12px "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", Meiryo, sans-serif; fill: #1b1f24; }
.map .box { fill: #fff; stroke: #57606a; }
.map .zone .box { stroke-width: 2; rx: 8px; }
.map .zone-my-number .box { fill: #fdf1ef; stroke: #9b3c2f; } .map .zone-lgwan .box { fill: #eef4fb; stroke: #2f5f95; }
.map .zone-internet .box { fill: #eef7f0; stroke: #2f7a4a; } .map .zone-management .box { fill: #f5f0fb; stroke: #6b4c9a; }
.map .zone-undefined .box { fill: #f3f4f6; stroke: #57606a; stroke-dasharray: 6 4; }
.map .group .box { fill: none; stroke-dasharray: 2 3; }
.map .host .box { fill: #f6f8fa; }
.map .outside .box { fill: #fffbe6; stroke: #8a6d00; stroke-dasharray: 4 3; }
.map .title { font-weight: 700; }
.map .detail { fill: #57606a; font-size: 11px; }
.link { fill: none; stroke: #57606a; stroke-width: 1.5; }
.link.marked.violation { stroke: #b42318; stroke-width: 2; stroke-dasharray: 12 4; }
.link.marked.undetermined { stroke: #8a5a00; stroke-width: 2; stroke-dasharray: 6 4; }
.link.way.violation { stroke: #b42318; stroke-width: 4; }
.link.way.undetermined { stroke: #8a5a00; stroke-width: 4; stroke-dasharray: 8 5; }
.link.way.excepted { stroke: #6941a5; stroke-width: 3; stroke-dasharray: 10 4 2 4; }
.link.way.permitted { stroke: #1a6b37; stroke-width: 2; stroke-dasharray: 2 3; }
.map .hit { fill: none; stroke: transparent; stroke-width: 14; }
marker.violation path { fill: #b42318; } marker.undetermined path { fill: #8a5a00; } marker.excepted path { fill: #6941a5; }
marker.permitted path { fill: #fff; stroke: #1a6b37; stroke-width: 1.5; }
.map .item.marked .box { stroke: #b42318; stroke-width: 1.5; }
.map .item.marked.undetermined .box { stroke: #8a5a00; }
.map .sign { font-weight: 700; text-anchor: middle; fill: #b42318; } .map .undetermined .sign { fill: #8a5a00; }
.map .item.stop .box { stroke-width: 3; } .map .item.stop.on-violation .box { stroke: #b42318; fill: #fff5f3; }
.map .item.stop.on-undetermined .box { stroke: #8a5a00; fill: #fff8e8; } .map .item.stop.on-excepted .box { stroke: #6941a5; fill: #f8f4fd; }
.map .track { display: none; pointer-events: none; }
.map .track.on { display: block; }
.map .track rect { fill: #b42318; stroke: #fff; stroke-width: 1.5; }
.map .track.undetermined rect { fill: #8a5a00; } .map .track.excepted rect { fill: #6941a5; }
.map .track.permitted rect { fill: #1a6b37; }
.map .track text { fill: #fff; font-weight: 700; text-anchor: middle; }
.map .one .item:not(.on) { opacity: .2; } .map .one .item .link { marker: none; }
.map a { cursor: pointer; }
.map a:focus-visible { outline: none; }
.map a:focus-visible .box, .map a:focus-visible .link { stroke: #0b57d0; stroke-width: 5; }
.map:focus-visible { outline: 3px solid #0b57d0; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; font-size: .9rem; }
.legend svg { vertical-align: middle; margin-right: .35rem; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; margin: .5rem 0; }
.ways { list-style: none; padding: 0; }
.ways > li { border: 1px solid var(--line); border-left: .35rem solid var(--own, var(--compliant)); border-radius: .3rem;
  padding: .4rem .9rem; margin: .6rem 0; break-inside: avoid; }
.ways > li.on { box-shadow: 0 0 0 3px #0b57d0; }
.ways p { margin: .3rem 0; overflow-wrap: anywhere; }
.hops { display: flex; flex-wrap: wrap; gap: .35rem .5rem; list-style: none; padding: 0; margin: .4rem 0; font-size: .9rem; }
.hops li { border: 1px solid var(--line); border-radius: .3rem; background: var(--shade); padding: .1rem .5rem;
  overflow-wrap: anywhere; }
.hops li:not(:last-child)::after { content: " →"; font-weight: 700; }
.hops .number { display: inline-block; min-width: 1.4em; border-radius: .7em; text-align: center; color: #fff; font-weight: 700;
  background: var(--own, var(--compliant)); }
@media print {
  .tools, .screen, .ways button { display: none; }
  .badge, .hops .number { print-color-adjust: exact; }
  .map { max-height: none; overflow: visible; border: 0; }
  .map svg { width: 100%; height: auto; margin: 0; }
}
`;
