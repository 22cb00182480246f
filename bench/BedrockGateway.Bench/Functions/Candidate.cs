namespace BedrockGateway.Bench.Functions;

/// <summary>A function to measure.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Program">Program to start.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Payload">The event that it is sent, again and again.</param>
internal sealed record Candidate(string Name, string Program, IReadOnlyList<string> Arguments, byte[] Payload)
{
    public const string Native = "native";
    public const string Managed = "managed";
    public const string EmptyHost = "empty host";
    public const string Floor = "floor";

    /// <summary>All four, from their published folders.</summary>
    public static IReadOnlyList<Candidate> From(Packages packages) =>
    [
        Executable(Native, packages.Native, GatewayEvent.Create()),
        new(Managed, "dotnet", [Path.Combine(packages.Managed, "BedrockGateway.Api.dll")], GatewayEvent.Create()),
        Executable(EmptyHost, packages.EmptyHost, GatewayEvent.Create()),
        Executable(Floor, packages.Floor, System.Text.Encoding.UTF8.GetBytes(GatewayEvent.Parameters)),
    ];

    private static Candidate Executable(string name, string folder, byte[] payload) =>
        new(name, Path.Combine(folder, "bootstrap"), [], payload);
}
