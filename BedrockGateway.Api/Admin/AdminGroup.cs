namespace BedrockGateway.Api.Admin;

internal static class AdminGroup
{
    /// <summary>The group of the pool whose members are administrators.</summary>
    public const string Name = "admins";
}
