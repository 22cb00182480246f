namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>POST /register, whatever becomes of any of its calls.</summary>
public sealed class RegisterFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    public static TheoryData<string, string> Rows() => FaultTable.Rows(
        "cognito-idp:SignUp",
        "apigateway:CreateApiKey",
        "apigateway:CreateUsagePlanKey",
        "cognito-idp:AdminUpdateUserAttributes");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Registration_LeavesAUserWithOneKeyOrNothing(string call, string kind)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var before = (await table.Gateway.ReadAsync()).Users.Count;

        var (first, second) = await table.RunAsync(call, kind, () => table.Gateway.RegisterAsync(email));

        var key = (string)(second ?? first).Body["data"]!["API Key"]!;
        var all = await table.Gateway.ReadAsync();
        Assert.Equal((before + 1, before + 1), (all.Users.Count, all.Keys.Count));
        Assert.Single(all.Keys, made => made.Value == key);
    }
}
