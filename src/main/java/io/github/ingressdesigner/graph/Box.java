package io.github.ingressdesigner.graph;

/** A rectangle of the drawing, in pixels at 100 %; y grows downwards. */
public record Box(double x, double y, double width, double height) {
  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** Whether the two share a point; touching edges do not count. */
  public boolean intersects(Box other) {
    return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
  }

  public Box grow(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  public Box moveTo(double newX, double newY) {
    return new Box(newX, newY, width, height);
  }
}
