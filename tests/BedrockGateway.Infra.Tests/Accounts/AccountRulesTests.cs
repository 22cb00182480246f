using BedrockGateway.Infra.Accounts;

namespace BedrockGateway.Infra.Tests.Accounts;

public sealed class AccountRulesTests
{
    private const string Plan = "plan-default";
    private const string Gold = "plan-gold";

    private static readonly DateTimeOffset Now = new(2026, 4, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LongAgo = Now.AddDays(-1);

    private static readonly AccountUser Ann =
        new("ann@example.com", "sub-ann", IsEnabled: true, LongAgo, Mark: "value-of-key-a-value-of-key-a");

    private static readonly AccountKey Key =
        new("key-a", "value-of-key-a-value-of-key-a", "sub-ann", IsEnabled: true, LongAgo) { PlanIds = [Plan] };

    [Fact]
    public void UserWithAKey_IsFine() => Assert.Empty(Judge([Ann], [Key]));

    [Fact]
    public void KeyThatIsStoredByItsId_IsFine() => Assert.Empty(Judge([Ann with { Mark = "key-a" }], [Key]));

    [Fact]
    public void KeyInItsGracePeriod_IsFine() => Assert.Empty(
        Judge([Ann], [Key, Key with { Id = "old", Value = "old", Expires = Now.AddHours(1) }]));

    [Fact]
    public void KeyThatARotationMakes_IsNobodysBusiness() => Assert.Empty(
        Judge([Ann], [Key, Key with { Id = "new", IsAttempt = true, Expires = Now.AddMinutes(1), PlanIds = [] }]));

    [Fact]
    public void RegistrationUnderWay_IsLeftAlone() => Assert.Empty(Judge(
        [Ann with { Mark = null, CreatedAt = Now.AddSeconds(-30) }],
        [Key with { Id = "b", Subject = "sub-bob", CreatedAt = Now.AddSeconds(-30), PlanIds = [] }]));

    [Fact]
    public void DisabledUsers_NeedNoKey() => Assert.Empty(Judge(
        [
            Ann with { IsEnabled = false },
            Ann with { Subject = "sub-bob", IsEnabled = false, Mark = null },
            Ann with { Subject = "sub-eve", IsEnabled = false, IsClosed = true },
        ],
        [Key with { IsEnabled = false }]));

    [Fact]
    public void UserWithoutKey_GetsOneInTheirPlan()
    {
        var finding = Assert.Single(Judge([Ann with { PlanId = Gold }], []));

        Assert.Equal("User sub-ann has no key.", finding.Text);
        Assert.Equal([new Mending.NewKey(Ann with { PlanId = Gold }, Gold)], finding.Mend);
    }

    [Fact]
    public void UnmarkedUser_IsDisabledWhateverKeysThereAre()
    {
        var eve = Ann with { Mark = null };

        var finding = Assert.Single(Judge([eve], [Key]));

        Assert.Equal("User sub-ann can log in and was never registered with a key.", finding.Text);
        Assert.Equal([new Mending.DeleteKey("key-a"), new Mending.DisableUser(eve)], finding.Mend);
    }

    [Fact]
    public void InvitedUsersAndAdministrators_NeedNoKey() => Assert.Empty(Judge(
        [
            Ann with { Mark = null, Status = "FORCE_CHANGE_PASSWORD" },
            Ann with { Subject = "sub-bob", Mark = null, IsAdministrator = true },
        ],
        []));

    [Fact]
    public void KeyPastItsGracePeriod_IsDeleted()
    {
        var finding = Assert.Single(Judge([Ann], [Key, Key with { Id = "old", Expires = Now }]));

        Assert.Equal("Key old of user sub-ann is past the end of its grace period.", finding.Text);
        Assert.Equal([new Mending.DeleteKey("old")], finding.Mend);
    }

    [Fact]
    public void KeyInSeveralPlans_StaysInTheUsers()
    {
        var finding = Assert.Single(Judge([Ann], [Key with { PlanIds = [Gold, Plan] }]));

        Assert.Equal("Key key-a of user sub-ann is in 2 plans.", finding.Text);
        Assert.Equal([new Mending.LeavePlan("key-a", Gold)], finding.Mend);
    }

    [Fact]
    public void KeyInAnotherPlan_MovesOutAndThenIn()
    {
        var finding = Assert.Single(Judge([Ann with { PlanId = Gold }], [Key]));

        Assert.Equal($"Key key-a of user sub-ann is in plan {Plan}, not in {Gold}.", finding.Text);
        Assert.Equal([new Mending.LeavePlan("key-a", Plan), new Mending.JoinPlan("key-a", Gold)], finding.Mend);
    }

    [Fact]
    public void SecondKey_IsDeletedAndTheStoredOneStays()
    {
        var newer = Key with { Id = "key-b", Value = "other-value-other-value", CreatedAt = Now.AddHours(-1) };

        var finding = Assert.Single(Judge([Ann], [newer, Key]));

        Assert.Equal("User sub-ann has key key-b beside their key key-a.", finding.Text);
        Assert.Equal([new Mending.DeleteKey("key-b")], finding.Mend);
    }

    [Theory]
    [InlineData("id-of-old", "key-a")]
    [InlineData("a-value-of-another-key-that-is-gone", "value-of-key-a-value-of-key-a")]
    public void WrongStoredKey_IsReplacedInTheSameForm(string mark, string mended)
    {
        var user = Ann with { Mark = mark };

        var finding = Assert.Single(Judge([user], [Key]));

        Assert.Equal("The key that is stored with user sub-ann is not their key key-a.", finding.Text);
        Assert.Equal([new Mending.Mark(user, mended)], finding.Mend);
    }

    [Fact]
    public void KeyOfAClosedAccount_IsDeleted()
    {
        var finding = Assert.Single(
            Judge([Ann with { IsEnabled = false, IsClosed = true }], [Key with { IsEnabled = false }]));

        Assert.Equal("Key key-a belongs to user sub-ann, whose account is closed.", finding.Text);
        Assert.Equal([new Mending.DeleteKey("key-a")], finding.Mend);
    }

    [Fact]
    public void Texts_NameNeitherAddressNorKey()
    {
        var texts = Judge(
            [Ann with { Mark = "another-value-another-value" }, Ann with { Subject = "sub-bob", Mark = null }],
            [Key with { PlanIds = [] }, Key with { Id = "orphan", Subject = "nobody" }]);

        Assert.Equal(4, texts.Count);
        Assert.All(texts, finding =>
        {
            Assert.DoesNotContain("ann@example.com", finding.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("value", finding.Text, StringComparison.Ordinal);
        });
    }

    private static IReadOnlyList<Finding> Judge(AccountUser[] users, AccountKey[] keys) =>
        new AccountRules(TimeSpan.FromMinutes(1)).Judge(new(users, keys, Plan, Now));
}
