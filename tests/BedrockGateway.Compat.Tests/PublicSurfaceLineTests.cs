namespace BedrockGateway.Compat.Tests;

/// <summary>What tells two public surfaces apart.</summary>
public sealed class PublicSurfaceLineTests
{
    private static readonly List<string> Lines = [.. PublicSurface.Lines(typeof(PublicSurfaceLineTests).Assembly)];

    [Fact]
    public void Member_HasItsTypesItsNamesAndItsAccessors() =>
        Assert.Equal(
            [
                "BedrockGateway.Compat.Tests.Sample . Sample()",
                "BedrockGateway.Compat.Tests.Sample . int? Count { get; }",
                "BedrockGateway.Compat.Tests.Sample . static Task<string> ReadAsync(string path, bool deep = default)",
                "BedrockGateway.Compat.Tests.Sample . string Name { get; set; }",
                "BedrockGateway.Compat.Tests.Sample class : object",
            ],
            Lines.Where(line => line.StartsWith("BedrockGateway.Compat.Tests.Sample ", StringComparison.Ordinal)));
}

/// <summary>Whose lines the test knows.</summary>
public sealed class Sample
{
    public int? Count { get; private set; }

    public string Name { get; set; } = "";

    public static Task<string> ReadAsync(string path, bool deep = false) => Task.FromResult($"{path}{deep}");
}
