namespace BedrockGateway.Infra.Tests;

/// <summary>The stack with all three functions, deployed once for the tests of a class.</summary>
public sealed class OrganizationStack : IAsyncLifetime
{
    internal DeployedStack Deployed { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Deployed = await DeployedStack.StartAsync(new() { OrganizationDomain = "example.com" });

    public ValueTask DisposeAsync() => Deployed.DisposeAsync();
}
