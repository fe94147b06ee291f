import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { MapBox, MapGraph } from '../../analysis/zone-map/graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands, in pixels from the upper left corner of the map. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point & { readonly width: number; readonly height: number }>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
}

const LINE_HEIGHT = 16;
const MARGIN = 10;
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.randomSeed': '1',
};

/** Finds a place for each box and a way for each line. The layout library is loaded only here. */
export async function layOut(graph: MapGraph): Promise<MapLayout> {
  const Elk = require('elkjs/lib/elk.bundled.js') as typeof import('elkjs/lib/elk.bundled.js').default;
  const root: ElkNode = await new Elk().layout<ElkNode>({
    id: 'map',
    layoutOptions: OPTIONS,
    children: childrenOf(undefined, graph.boxes),
    edges: graph.lines.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const boxes = new Map<string, Point & { width: number; height: number }>();
  const place = (node: ElkNode, x: number, y: number): void => {
    const at = { x: x + (node.x ?? 0), y: y + (node.y ?? 0) };
    boxes.set(node.id, { ...at, width: node.width ?? 0, height: node.height ?? 0 });
    for (const child of node.children ?? []) place(child, at.x, at.y);
  };
  place(root, 0, 0);
  const lines = new Map<string, readonly Point[]>();
  for (const edge of root.edges ?? []) lines.set(edge.id, pointsOf(edge, boxes));
  return { width: root.width ?? 0, height: root.height ?? 0, boxes, lines };
}

function childrenOf(within: string | undefined, boxes: readonly MapBox[]): ElkNode[] {
  return boxes
    .filter((box) => box.within === within)
    .map((box) => {
      const children = childrenOf(box.id, boxes);
      const lines = linesOf(box);
      const width = Math.max(...lines.map(widthOf)) + 2 * MARGIN;
      const height = lines.length * LINE_HEIGHT + 2 * MARGIN;
      return children.length === 0
        ? { id: box.id, width, height }
        : {
            id: box.id,
            children,
            layoutOptions: {
              'elk.padding': `[top=${height + 4},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
              'elk.nodeSize.constraints': 'MINIMUM_SIZE',
              'elk.nodeSize.minimum': `(${width},${height})`,
            },
          };
    });
}

/** A line of the map goes from the edge's own container, whose coordinates its points are in. */
function pointsOf(edge: ElkExtendedEdge, boxes: ReadonlyMap<string, Point>): readonly Point[] {
  const { container = 'map' } = edge as { readonly container?: string };
  const { x, y } = boxes.get(container) ?? { x: 0, y: 0 };
  return (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map((point) => ({ x: x + point.x, y: y + point.y })),
  );
}

/** The longer of both languages, since the page shows either. */
function linesOf({ title, details }: MapBox): readonly string[] {
  return [title, ...details].map(({ ja, en }) => (widthOf(ja) > widthOf(en) ? ja : en));
}

/** About how wide a text is in the map's 12 pixel type: characters of East Asia are twice as wide as others. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) > 0x2e7f ? 12 : 7;
  return width;
}

/** Where the lines of text of a box begin, from its upper left corner. */
export function baseline(index: number): Point {
  return { x: MARGIN, y: MARGIN + index * LINE_HEIGHT + 12 };
}
