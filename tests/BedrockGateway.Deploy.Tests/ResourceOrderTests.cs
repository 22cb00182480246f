namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// CloudFormation makes what does not depend on each other in any order and at once; the emulator goes by the order of
/// the template. What works in one order only lacks a dependency.
/// </summary>
public sealed class ResourceOrderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stack_ComesAndGoesInAnyOrderOfItsTemplate(bool byName)
    {
        await using var stack = await LiveStack.CreateAsync(resources => byName
            ? resources.OrderBy(resource => resource.Key, StringComparer.Ordinal)
            : resources.Reverse());

        Assert.Equal("200 BedrockGateway-models", await stack.CallModelsAsync());
        Assert.Equal("200 BedrockGateway-accounts", await stack.CallAsync("POST", "register"));
        Assert.Equal("204 ", await stack.CallAsync("OPTIONS", "bedrock", ("Origin", "https://a.example")));
        Assert.Equal(
            "200 BedrockGateway-accounts", await stack.CallAsync("POST", "/login", ("Host", LiveStack.Domain)));
        Assert.Equal("DELETE_COMPLETE", await stack.DeleteAsync());
        Assert.Empty(await stack.Account.FunctionsAsync());
        Assert.Empty(await stack.Account.UserPoolsAsync());
    }
}
