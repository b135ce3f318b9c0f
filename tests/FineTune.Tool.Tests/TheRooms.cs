namespace FineTune.Tool.Tests;

public sealed class TheRooms() : RoomsOfAnAssembly(typeof(Shell).Assembly, "FineTune.Tool");
