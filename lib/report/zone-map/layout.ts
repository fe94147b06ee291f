import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { MapBox, MapGraph } from '../../analysis/zone-map/graph';
import { MARGIN, type Place, type Point, pack, type Size, textSize } from './size';

/** Where everything stands, in pixels from the upper left corner of the map. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Place>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
}

const AT_LEFT = { 'elk.alignment': 'LEFT' };

/** A box by itself, with the places of what is in it. */
interface Measured {
  readonly size: Size;
  readonly inside: readonly Place[];
}

/** Between the text of a box and what is in it. */
const TITLE_GAP = 4;
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
  const arrangement = new Arrangement(graph);
  const root: ElkNode = await new Elk().layout<ElkNode>({
    id: 'map',
    layoutOptions: OPTIONS,
    children: arrangement.nodes(undefined),
    edges: graph.lines.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const boxes = new Map<string, Place>();
  const place = (node: ElkNode, x: number, y: number): void => {
    const at = { x: x + (node.x ?? 0), y: y + (node.y ?? 0) };
    boxes.set(node.id, { ...at, width: node.width ?? 0, height: node.height ?? 0 });
    for (const child of node.children ?? []) place(child, at.x, at.y);
    for (const [id, inside] of arrangement.packedIn(node.id))
      boxes.set(id, { ...inside, x: at.x + inside.x, y: at.y + inside.y });
  };
  place(root, 0, 0);
  const lines = new Map<string, readonly Point[]>();
  for (const edge of root.edges ?? []) lines.set(edge.id, pointsOf(edge, boxes));
  return { width: root.width ?? 0, height: root.height ?? 0, boxes, lines };
}

/**
 * What the layout library places: the boxes that lines lead to, and those around them. The rest stands in rows, which
 * takes less room than the library's columns, and no time.
 */
class Arrangement {
  private readonly children = new Map<string | undefined, MapBox[]>();
  private readonly isJoined = new Set<string>();
  private readonly sizes = new Map<string, Measured>();
  private readonly packed = new Map<string, readonly (readonly [string, Place])[]>();

  constructor({ boxes, lines }: MapGraph) {
    const byId = new Map(boxes.map((box) => [box.id, box]));
    for (const box of boxes) {
      const siblings = this.children.get(box.within);
      if (siblings === undefined) this.children.set(box.within, [box]);
      else siblings.push(box);
    }
    for (const end of lines.flatMap(({ from, to }) => [from, to])) {
      for (let at = byId.get(end); at !== undefined; at = byId.get(at.within ?? '')) this.isJoined.add(at.id);
    }
  }

  nodes(within: string | undefined): ElkNode[] {
    const children = this.children.get(within) ?? [];
    const joined = children.filter(({ id }) => this.isJoined.has(id)).map((box) => this.node(box));
    const loose = children.filter(({ id }) => !this.isJoined.has(id));
    if (loose.length === 0) return joined;
    const id = `rows ${within ?? ''}`;
    const { places, size } = pack(loose.map((box) => this.sizeOf(box).size));
    this.packed.set(id, this.settled(loose, places, { x: 0, y: 0 }));
    return [...joined, { id, ...size, layoutOptions: AT_LEFT }];
  }

  /** What stands in rows in a node, from the node's corner. */
  packedIn(node: string): readonly (readonly [string, Place])[] {
    return this.packed.get(node) ?? [];
  }

  private node(box: MapBox): ElkNode {
    const children = this.children.get(box.id) ?? [];
    if (!children.some(({ id }) => this.isJoined.has(id))) {
      const { size } = this.sizeOf(box);
      this.packed.set(box.id, this.settled([box], [{ x: 0, y: 0, ...size }], { x: 0, y: 0 }).slice(1));
      return { id: box.id, ...size, layoutOptions: AT_LEFT };
    }
    const { width, height } = textSize(box);
    return {
      id: box.id,
      children: this.nodes(box.id),
      layoutOptions: {
        ...AT_LEFT,
        'elk.padding': `[top=${height + TITLE_GAP},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${width},${height})`,
      },
    };
  }

  /** The size of a box with all that is in it, and where in it that stands. */
  private sizeOf(box: MapBox): Measured {
    let measured = this.sizes.get(box.id);
    if (measured === undefined) {
      const text = textSize(box);
      const children = this.children.get(box.id) ?? [];
      const { places, size } = pack(children.map((child) => this.sizeOf(child).size));
      const top = text.height + (children.length === 0 ? 0 : TITLE_GAP);
      measured = {
        size: {
          width: Math.max(text.width, size.width + (children.length === 0 ? 0 : 2 * MARGIN)),
          height: top + (children.length === 0 ? 0 : size.height + MARGIN),
        },
        inside: places.map((place) => ({ ...place, x: place.x + MARGIN, y: place.y + top })),
      };
      this.sizes.set(box.id, measured);
    }
    return measured;
  }

  /** Boxes at their places, and what is in them. */
  private settled(
    boxes: readonly MapBox[],
    places: readonly Place[],
    corner: Point,
  ): readonly (readonly [string, Place])[] {
    return boxes.flatMap((box, index) => {
      const place = places[index] as Place;
      const at = { ...place, x: corner.x + place.x, y: corner.y + place.y };
      const { inside } = this.sizeOf(box);
      return [[box.id, at] as const, ...this.settled(this.children.get(box.id) ?? [], inside, at)];
    });
  }
}

/** A line of the map goes from the edge's own container, whose coordinates its points are in. */
function pointsOf(edge: ElkExtendedEdge, boxes: ReadonlyMap<string, Point>): readonly Point[] {
  const { container = 'map' } = edge as { readonly container?: string };
  const { x, y } = boxes.get(container) ?? { x: 0, y: 0 };
  return (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map((point) => ({ x: x + point.x, y: y + point.y })),
  );
}
