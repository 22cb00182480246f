namespace BedrockGateway.Bench.Functions;

/// <summary>A function to measure.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Program">Program to start.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Payload">The event that it is sent, again and again.</param>
/// <param name="Exports">Whether it has a collector for its telemetry.</param>
internal sealed record Candidate(
    string Name, string Program, IReadOnlyList<string> Arguments, byte[] Payload, bool Exports = false)
{
    public const string Native = "native";
    public const string Exporting = "native, exporting";
    public const string Managed = "managed";
    public const string EmptyHost = "empty host";
    public const string Floor = "floor";

    /// <summary>All five, from their published folders.</summary>
    public static IReadOnlyList<Candidate> From(Packages packages) =>
    [
        Executable(Native, packages.Native, GatewayEvent.Create()),
        Executable(Exporting, packages.Native, GatewayEvent.Create()) with { Exports = true },
        new(Managed, "dotnet", [Path.Combine(packages.Managed, "BedrockGateway.Api.dll")], GatewayEvent.Create()),
        Executable(EmptyHost, packages.EmptyHost, GatewayEvent.Create()),
        Executable(Floor, packages.Floor, System.Text.Encoding.UTF8.GetBytes(GatewayEvent.Parameters)),
    ];

    private static Candidate Executable(string name, string folder, byte[] payload) =>
        new(name, Path.Combine(folder, "bootstrap"), [], payload);
}
