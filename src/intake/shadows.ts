import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5'

/* Elements that carry their own drawing with them: readers see it, though it stands in a template. */

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * Puts what a declarative shadow root draws where readers see it, with what stands in the element itself in its slots.
 * Without recursion, because strangers decide how deep a page is nested.
 */
export function openShadows(tree: Parent): void {
  const open: Parent[] = [tree]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const shadow = parent.childNodes.find(isShadow)
    if (shadow) drawShadow(parent, shadow)
    for (const child of parent.childNodes) if ('childNodes' in child) open.push(child)
  }
}

function isShadow(node: Child): node is DefaultTreeAdapterTypes.Template {
  return node.nodeName === 'template' && /^(?:open|closed)$/i.test(attributeOf(node, 'shadowrootmode') ?? '')
}

function drawShadow(host: Parent, shadow: DefaultTreeAdapterTypes.Template): void {
  const light = Map.groupBy(
    takeOut(host).filter((node) => node !== shadow),
    (node) => attributeOf(node, 'slot') ?? '',
  )
  for (const node of takeOut(shadow.content)) defaultTreeAdapter.appendChild(host, node)
  for (const slot of slotsIn(host)) {
    const name = attributeOf(slot, 'name') ?? ''
    const filling = light.get(name) ?? []
    // Of two slots with one name, the first is filled.
    light.delete(name)
    // What stands in a slot is drawn where nothing fills it.
    if (filling.some(isDrawn)) takeOut(slot)
    for (const node of filling) defaultTreeAdapter.appendChild(slot, node)
  }
}

function isDrawn(node: Child): boolean {
  return 'childNodes' in node || (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '')
}

/** All at once: one after the other takes the square of their number. */
function takeOut(parent: Parent): Child[] {
  const nodes = parent.childNodes.splice(0)
  for (const node of nodes) node.parentNode = null
  return nodes
}

/** In the order of the page. */
function slotsIn(root: Parent): Element[] {
  const slots: Element[] = []
  const open: Child[] = root.childNodes.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('childNodes' in node)) continue
    if (node.nodeName === 'slot') slots.push(node)
    for (const child of node.childNodes.toReversed()) open.push(child)
  }
  return slots
}

function attributeOf(node: Child, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined
}
