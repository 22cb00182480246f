using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Plans;

/// <summary>What the stack says of its plans.</summary>
public sealed class PlanListTests
{
    private const string Json =
        """{"default":{"id":"a"},"free":{"id":"b","models":"amazon.*"},"pro":{"id":"c","models":"meta.*,amazon.*"}}""";

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Nothing_IsTheDefaultAloneWithAllModels(string? json)
    {
        var plans = PlanList.TryParse(json, "a")!;

        Assert.Equal(("default", "a", null), (plans.Default.Name, plans.Default.Id, plans.Default.Group));
        Assert.Same(plans.Default, Assert.Single(plans.All));
        Assert.True(plans.Default.Models.Allows("a1b2c3"));
    }

    [Fact]
    public void Plans_AreFoundByNameIdAndGroup()
    {
        var plans = PlanList.TryParse(Json, "a")!;

        Assert.Equal(["default", "free", "pro"], plans.All.Select(plan => plan.Name));
        Assert.Equal("plan-pro", plans.Find("pro")?.Group);
        Assert.Null(plans.Find("Pro"));
        Assert.Equal("free", plans.FindById("b")?.Name);
        Assert.Null(plans.FindById("d"));
        Assert.Equal("pro", plans.Of(["admins", "plan-pro"]).Name);
        Assert.Equal("free", plans.Of(["plan-pro", "plan-free"]).Name);
        Assert.Equal("default", plans.Of(["plan-default", "plan-", "pro", "closed"]).Name);
    }

    [Theory]
    [InlineData("plans")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"pro":{"id":"c"}}""")]
    [InlineData("""{"default":{"id":"other"}}""")]
    [InlineData("""{"default":{"id":"a"},"pro":{"models":"meta.*"}}""")]
    [InlineData("""{"default":{"id":"a"},"pro":"c"}""")]
    public void AnythingElse_IsRefused(string json) => Assert.Null(PlanList.TryParse(json, "a"));

    [Fact]
    public async Task WrongSetting_StopsTheStart()
    {
        var failure = await Assert.ThrowsAsync<StartupException>(
            () => Gateway.StartAsync(FunctionRole.Models, "--AWS:Resources:Plans={}"));

        Assert.Contains(
            "Plans is no JSON object of plans by name, the default first", failure.Message, StringComparison.Ordinal);
    }
}
