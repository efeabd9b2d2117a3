package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.model.Location;
import java.util.List;

/** What the view model asks of the window: fields and menus over the drawing, and to draw again. */
interface Overlays {
  /** Opens a field over an element. */
  void edit(Item item, EditField field);

  /** Asks for the backend of rows, with those of the drawing to choose from. */
  void askBackend(List<Location> rows);

  /** Asks for a new path of a host. */
  void askPath(Item.Host host);

  void askHost();

  /** Asks for the default backend of an Ingress. */
  void askDefaultBackend();

  /** Opens the menu of an element, or of the whole drawing when nothing is selected. */
  void openMenu();

  /** Asks which of several annotations of an element is to be shown in the text. */
  void chooseChip(Item item, List<Chip> chips);

  /** Opens the field for searching the drawing. */
  void search();

  /** The text on the clipboard; empty where there is none. */
  String clipboard();

  void repaint();
}
